"""A passkey made by code: a device that answers what a server asks, as a browser would send it on."""

import os
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

FLAG = AuthenticatorData.FLAG


def _new_key():
    return generate_private_key(SECP256R1())


@dataclass(frozen=True)
class Device:
    """One key pair for one site, by default the one that Django's test client speaks to."""

    site: str = "testserver"
    origin: str = "https://testserver"
    number: bytes = field(default_factory=lambda: os.urandom(16))
    key: Any = field(default_factory=_new_key)

    def make(self, options: dict[str, Any]) -> dict[str, Any]:
        """What a browser sends for a new passkey."""
        public = ES256.from_cryptography_key(self.key.public_key())
        made = AttestedCredentialData.create(Aaguid.NONE, self.number, public)
        data = self._data(FLAG.AT, made)
        attested = AttestationObject.create("none", data, {})
        return self._sent("webauthn.create", options, {"attestationObject": websafe_encode(attested)}) | {
            "clientExtensionResults": {"credProps": {"rk": True}}
        }

    def answer(self, options: dict[str, Any], *, of: bytes = b"") -> dict[str, Any]:
        """What a browser sends when the passkey is used; `of` names the account it is kept for."""
        data = self._data(FLAG(0))
        client = self._client("webauthn.get", options)
        signature = self.key.sign(data + sha256(client).digest(), ECDSA(SHA256()))
        parts = {"authenticatorData": data, "signature": signature, "userHandle": of}
        encoded = {name: websafe_encode(part) for name, part in parts.items()}
        return self._sent("webauthn.get", options, encoded)

    def _data(self, flags: FLAG, made: bytes = b"") -> AuthenticatorData:
        here = sha256(self.site.encode()).digest()
        return AuthenticatorData.create(here, FLAG.UP | FLAG.UV | flags, 0, made)

    def _client(self, kind: str, options: dict[str, Any]) -> CollectedClientData:
        return CollectedClientData.create(kind, options["publicKey"]["challenge"], self.origin)

    def _sent(self, kind: str, options: dict[str, Any], parts: dict[str, str]) -> dict[str, Any]:
        number = websafe_encode(self.number)
        client = websafe_encode(self._client(kind, options))
        return {
            "id": number,
            "rawId": number,
            "type": "public-key",
            "response": {"clientDataJSON": client, **parts},
            "clientExtensionResults": {},
        }


def key_pair() -> dict[str, Any]:
    """A passkey as it is stored, which answers to nobody."""
    return Device().make({"publicKey": {"challenge": websafe_encode(b"any")}})

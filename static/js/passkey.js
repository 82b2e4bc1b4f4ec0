/** Offer a passkey where the browser can take one, and say what is missing where it cannot. */

const isAddress = /^[\d.]+$|^\[/.test(location.hostname);
const missing = !window.isSecureContext || isAddress ? "https" : window.PublicKeyCredential ? "" : "browser";

function toBytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function toText(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** What the server sent as text, with bytes where the browser wants them. */
function asked(options) {
  const bytes = (each) => ({ ...each, id: toBytes(each.id) });
  const ready = { ...options, challenge: toBytes(options.challenge) };
  if (options.user) ready.user = bytes(options.user);
  for (const list of ["excludeCredentials", "allowCredentials"]) {
    if (options[list]) ready[list] = options[list].map(bytes);
  }
  return ready;
}

/** The browser's answer as the server reads it. */
function answered(credential) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) response[part] = toText(credential.response[part]);
  }
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

async function optionsOf(form) {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const answer = await fetch(form.dataset.ask, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

async function ask(form) {
  const named = await optionsOf(form);
  const publicKey = asked((named.creation_options || named.request_options).publicKey);
  if (form.dataset.passkey === "get") return navigator.credentials.get({ publicKey });
  const alone = form.elements.passwordless.checked;
  publicKey.authenticatorSelection = {
    ...publicKey.authenticatorSelection,
    residentKey: alone ? "required" : "discouraged",
    requireResidentKey: alone,
    ...(alone && { userVerification: "required" }),
  };
  return navigator.credentials.create({ publicKey });
}

const REASONS = {
  InvalidStateError: "This device already has a passkey for your account.",
  NotAllowedError: "No passkey came. You cancelled, or it took too long. Try once more.",
};

async function onSubmit(event) {
  event.preventDefault();
  const form = event.target;
  const told = form.querySelector("[data-passkey-told]");
  told.textContent = "";
  try {
    form.elements.credential.value = JSON.stringify(answered(await ask(form)));
  } catch (problem) {
    told.textContent = REASONS[problem.name] || "The passkey did not work here. Load the page again, or use another way.";
    return;
  }
  form.submit();
}

for (const sentence of document.querySelectorAll("[data-passkey-needs]")) {
  sentence.hidden = sentence.dataset.passkeyNeeds !== missing;
}
for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.hidden = Boolean(missing);
  form.addEventListener("submit", onSubmit);
}

"""People who play sessions on their phones: each set is a message, sent again until it is acknowledged."""

import json
import re
from uuid import uuid4

from tests.browsing import PageForm
from tests.faults.people import SETS, Person

CIRCUIT = "ten-minute-minimal"
JSON = "application/json"

# Of a set by its session, station and number: the amount and the revision that were acknowledged last.
Acknowledged = dict[tuple[int, int, int], tuple[int, int]]


class Player(Person):
    """One athlete with one phone, who does one set after another."""

    def __init__(self, *, name: str, port: int) -> None:
        super().__init__(name=name, port=port)
        self.acknowledged: Acknowledged = {}
        self.sessions: list[int] = []
        self._writer, self._token, self._to_do = uuid4(), "", list[tuple[int, int]]()
        self._done: dict[tuple[int, int], int] = {}

    def play(self, *, amount: int, times: int = 1, corrects: bool = False) -> None:
        """
        Do the next set, or say anew what the last one was; send it so many times.

        The session is started where there is none, and ended after its last set.
        """
        if not (corrects and self._done):
            if not self._to_do:
                self._begin()
            place = self._to_do.pop(0)
        else:
            place = list(self._done)[-1]
        revision = self._done[place] = self._done.pop(place, 0) + 1
        station, number = place
        said = {"station": station, "number": number, "left": amount}
        for _ in range(times):
            self._send("sets", {**said, "writer": self._writer, "revision": revision})
        self.acknowledged[self.sessions[-1], station, number] = amount, revision
        if not self._to_do:
            self._send("completion", {"minutes": 10, "writer": self._writer})

    def _begin(self) -> None:
        sender = self._ask("GET", "/sessions/sender/", keep_cookies=True) if not self._token else None
        self._token = json.loads(sender.body)["token"] if sender else self._token
        answer = self._sent_until_answered(self._form_to("/sessions/", {"key": uuid4(), "circuit": CIRCUIT}))
        row = re.fullmatch(r"/sessions/(\d+)/play/", answer.location)
        assert answer.status == 302 and row, answer.body.decode()
        self.sessions.append(int(row[1]))
        self._to_do, self._done = list(SETS), {}

    def _send(self, what: str, fields: dict[str, object]) -> None:
        form = self._form_to(f"/sessions/{self.sessions[-1]}/{what}/", fields)
        answer = self._sent_until_answered(form, accept=JSON)
        assert answer.status == 200 and json.loads(answer.body)["state"] == "stored", answer.body.decode()

    def _form_to(self, path: str, fields: dict[str, object]) -> PageForm:
        typed = {"csrfmiddlewaretoken": self._token, **fields}
        return PageForm(action=path, method="post", fields=typed, names=frozenset(typed))

"""Uploads a watch file as a person does, and looks at what it left on disk."""

from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import FileResponse, HttpResponse
from django.test import Client

from logbook.models import ImportedFile, IncomingFile, Run
from tests.browsing import form_on, soup, words

UPLOAD, CONTINUE = "Import", "Continue"


def send(client: Client, *files: tuple[str, bytes]) -> HttpResponse:
    """Choose files and send them; the answer leads to their import."""
    form = form_on(client.get("/imports/"), UPLOAD)
    chosen = [SimpleUploadedFile(name, content) for name, content in files]
    return form.filled({"file": chosen}).send(client)


def upload(client: Client, content: bytes, name: str = "run.fit", /) -> HttpResponse:
    """Send one file and have it read: the answer to the last step, or the page that refuses the sending."""
    sent = send(client, (name, content))
    if sent.status_code != 302:
        return sent
    return step(client, sent["Location"])


def step(client: Client, batch: str) -> HttpResponse:
    """Press Continue once."""
    return form_on(client.get(batch), CONTINUE).send(client)


def read_all(client: Client, batch: str) -> HttpResponse:
    """Press Continue until nothing waits; the page of the import as it is then."""
    while IncomingFile.objects.filter(batch=batch.split("/")[2], done_at=None).exists():
        step(client, batch)
    return client.get(batch)


def answer(client: Client, batch: str, button: str, nth: int = 0) -> HttpResponse:
    """Press a button of the nth question on the page of an import."""
    pressed = [b for b in soup(client.get(batch)).select(".files button") if words(b) == button][nth]
    return client.post(pressed.find_parent("form")["action"], {pressed["name"]: pressed["value"]})


def import_run(client: Client, content: bytes, name: str = "run.fit", /, *, kind: str | None = None) -> Run:
    """The run that the answer leads to, of the guessed kind or of the one chosen."""
    response = upload(client, content, name)
    location = response["Location"]
    assert location.startswith("/runs/"), client.get(location).content.decode()
    run = Run.objects.get(pk=int(location.split("/")[2]))
    if kind is not None:
        client.post(f"{location}kind/", {"kind": kind})
        run.refresh_from_db()
    return run


def outcomes(page: HttpResponse) -> list[str]:
    """What the page of an import says of each activity and why, in order; of a file that waits, that."""
    rows = soup(page).select(".files .outcomes > li")
    return [
        f"{words(row.b)} {words(row.select_one('.why-so'))}" if row.select_one(".outcome") else words(row)
        for row in rows
    ]


def downloaded(response: FileResponse) -> bytes:
    """What came; the client closes the answer behind the last byte."""
    return b"".join(response.streaming_content)


def pointed_to() -> list[str]:
    """Every file that a row says is there: of a run, or waiting."""
    originals = ImportedFile.objects.values_list("stored", flat=True)
    return sorted([*originals, *IncomingFile.objects.exclude(stored="").values_list("stored", flat=True)])


def on_disk(folder: Path) -> list[str]:
    """Every file below the folder, by its path in it."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())

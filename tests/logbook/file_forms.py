"""Uploads a watch file as a person does, and looks at what it left on disk."""

from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import FileResponse, HttpResponse
from django.test import Client

from logbook.models import Run
from tests.browsing import form_on

UPLOAD = "Upload"


def upload(client: Client, content: bytes, name: str = "run.fit", /, **changes: str | None) -> HttpResponse:
    form = form_on(client.get("/runs/"), UPLOAD).filled(changes)
    return form.filled({"file": SimpleUploadedFile(name, content)}).send(client)


def import_run(client: Client, content: bytes, name: str = "run.fit", /, **changes: str | None) -> Run:
    """The run that the answer leads to."""
    response = upload(client, content, name, **changes)
    assert response.status_code == 302, response.content.decode()
    return Run.objects.get(pk=int(response["Location"].split("/")[2]))


def downloaded(response: FileResponse) -> bytes:
    content = b"".join(response.streaming_content)
    response.close()
    return content


def on_disk(folder: Path) -> list[str]:
    """Every file below the folder, by its path in it."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())

"""Keeps an upload from filling the disk while it arrives, also one that nobody signed in for."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler

# One byte more than the largest file taken: enough to see that it is too large.
MOST_BYTES = 25 * 1024 * 1024 + 1


class CappedUploads(FileUploadHandler):
    """Stands before Django's own handlers and passes on the first `MOST_BYTES` of each file, then nothing.

    The rest is read and dropped, so that the browser gets the form's sentence and not a broken connection.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.room = MOST_BYTES

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        kept = raw_data[: self.room]
        self.room -= len(kept)
        return kept or None

    def file_complete(self, file_size: int) -> None:
        return None

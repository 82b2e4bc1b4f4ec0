"""The original file of a run or several, kept as it came and given back to its owner alone."""

import uuid

from django.conf import settings
from django.db import models


def random_name(_row: models.Model, _name: str) -> str:
    """Where a file lies on disk: nothing of its own name, so nothing a name can do."""
    unguessable = uuid.uuid4().hex
    return f"{unguessable[:2]}/{unguessable}"


class ImportedFile(models.Model):
    """One file an athlete uploaded.  Its SHA-256 tells that the same file came before."""

    athlete = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="imported_files"
    )
    name = models.CharField(max_length=100)
    # What it was read as, however it was packed: "fit", "gpx" or "tcx".
    format = models.CharField(max_length=10)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveIntegerField()
    stored = models.FileField(upload_to=random_name, max_length=60)
    received_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["athlete", "sha256"], name="imported_file_once")]

    def __str__(self) -> str:
        return self.name

"""Backups: one archive with the database, the uploaded files and the secret key; made, checked, restored."""

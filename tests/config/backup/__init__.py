"""Backups are whole or refused, and restoring one leaves the old instance or the new."""

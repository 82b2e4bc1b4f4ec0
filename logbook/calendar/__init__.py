"""Calendars: events and how RFC 5545 writes them down, and the runs of a training plan on their way in."""

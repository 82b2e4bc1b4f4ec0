"""The app as a person meets it: real Chromium against a real server."""

"""Forms of the log.  Each checks what was typed and returns it in seconds, metres and instants."""

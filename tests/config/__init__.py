"""How an instance is set up: its key, hosts, database and headers."""

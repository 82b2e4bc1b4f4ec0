"""How one instance of Footfall is set up: settings, addresses, headers, URLs, server."""

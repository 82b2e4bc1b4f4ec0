"""Every page by its address: who may reach it, what its answer carries, and what it costs."""

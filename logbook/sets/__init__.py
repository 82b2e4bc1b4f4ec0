"""Sets of a strength session: as asked for, as typed, as done, and how they are told."""

"""What athletes make for themselves: a circuit in the making, its sums, and as text and back.  No Django."""

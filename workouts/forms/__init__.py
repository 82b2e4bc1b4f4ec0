"""Forms of the plan side: about the athlete, and about what they make for themselves."""

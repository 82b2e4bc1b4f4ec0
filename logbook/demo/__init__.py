"""Half a year of a runner who never was: what the demo shows, made anew from a seed and a day."""

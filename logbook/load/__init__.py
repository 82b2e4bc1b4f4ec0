"""Training load: one measure a file, its meaning, formula, units, source and limits at the top."""

"""What was recorded point by point, and what can be told from it: splits, best efforts, graded pace."""

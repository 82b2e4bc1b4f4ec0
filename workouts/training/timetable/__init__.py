"""Where strength fits into a week of runs: slots, the rules that judge them, the best place for each."""

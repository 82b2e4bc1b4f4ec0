"""Calendar files: the runs of a training plan on their way in."""

"""Finding an exercise: by what is typed, and by what it needs and trains.  No Django."""

"""What is done to a real server while people use it, and what must be there afterwards."""

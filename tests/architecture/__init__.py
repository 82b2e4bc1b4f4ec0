"""The rules of the house: who may import whom, and what no file may contain."""

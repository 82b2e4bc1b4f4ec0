"""How fast the slow things are: run by `make bench`, never by the tests."""

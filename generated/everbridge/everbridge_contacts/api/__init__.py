"""One module for each operation, by what it is about."""

"""What an archive of one's own data is made of: columns, JSON, names, and the ZIP itself.  No Django."""

"""What else a user could install, on the same articles and by the same scorer."""

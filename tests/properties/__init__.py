"""What holds for any input, however hostile."""

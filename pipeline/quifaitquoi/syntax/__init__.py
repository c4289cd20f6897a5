"""The parse as the rules see it: sentences of our own tokens. spaCy ends here."""

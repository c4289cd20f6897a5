"""Mentions of actors and places, and who they are."""

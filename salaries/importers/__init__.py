"""Importers of what the record says of pay, each with its home."""

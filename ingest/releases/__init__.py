"""Importing publishers' files as releases, whole or not at all. See docs/imports.md."""

"""Fetching official files from their publishers, when somebody asks for it."""

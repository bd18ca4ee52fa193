"""The public site as files that any static host serves."""

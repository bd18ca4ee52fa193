"""Rows as CSV that a spreadsheet may open without harm."""

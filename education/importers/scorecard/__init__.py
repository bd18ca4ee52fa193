"""College Scorecard: what becomes of a program's graduates. See README.md."""

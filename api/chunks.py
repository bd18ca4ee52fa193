ROWS_AT_ONCE = 200
"""Rows of a long list fetched together. Turning 2,000 of 35 columns into Python values keeps every other thread waiting
for 50 ms, since psycopg2 does not give way meanwhile; 200 take 5."""

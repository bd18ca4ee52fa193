"""Everything as files: the rows that the API gives, as a Data Package of CSV and as NDJSON, streamed.

Both are made while they are sent, so they may be longer than memory, from one moment's state of the database.
"""

"""The public site as files that any static host serves.

asking   one answer of the application, as it would be served
links    where an answer leads to
tree     the files: a new tree beside the old one, and the switch from one to the other
moment   the one moment of the database that all of it is of
bakery   everything that can be reached without a question mark, asked for and kept
"""

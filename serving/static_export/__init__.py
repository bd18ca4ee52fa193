"""The public site as files that any static host serves.

client    one response of the application, as it would be served
links     where a response leads to
tree      the files: a new tree beside the old one, and the switch from one to the other
snapshot  the one moment of the database that all of it is of
export    everything that can be reached without a query string
"""

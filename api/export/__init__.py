"""Downloads, streamed from one database snapshot."""

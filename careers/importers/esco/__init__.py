"""ESCO of the European Commission: README.md says where the files come from."""

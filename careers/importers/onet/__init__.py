"""The O*NET database: README.md says where it comes from."""

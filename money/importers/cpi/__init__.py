"""The consumer price index of the United States: README.md says where the file comes from."""

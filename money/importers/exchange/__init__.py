"""Exchange rates and purchasing power: README.md says where the files come from."""

"""“Working with AI” of Microsoft Research: README.md says where the files come from."""

"""“GPTs are GPTs” of Eloundou and others: README.md says where the file comes from."""

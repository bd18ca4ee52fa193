"""Employment Projections of the US Bureau of Labor Statistics: README.md says where the file comes from."""

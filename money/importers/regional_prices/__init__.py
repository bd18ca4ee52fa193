"""Regional price parities of the US Bureau of Economic Analysis: README.md says where the files come from."""

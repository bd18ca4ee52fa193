"""AI Occupational Exposure of Felten, Raj and Seamans: README.md says where the files come from."""

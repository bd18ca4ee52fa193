"""The Standard Occupational Classification and its crosswalks: README.md says where the files come from."""

"""“How many jobs can be done at home?” of Dingel and Neiman: README.md says where the file comes from."""

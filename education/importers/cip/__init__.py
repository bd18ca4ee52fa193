"""The Classification of Instructional Programs, and what it leads to. See README.md."""

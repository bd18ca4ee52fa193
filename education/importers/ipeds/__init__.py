"""Institutions, what they offer and what they charge (IPEDS). See README.md."""

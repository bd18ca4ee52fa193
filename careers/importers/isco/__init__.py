"""The way between ISCO-08 and the Standard Occupational Classification. See README.md."""

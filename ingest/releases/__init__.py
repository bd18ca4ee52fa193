"""How a publisher's file becomes a release: read within bounds, checked by column, loaded whole or not at all."""

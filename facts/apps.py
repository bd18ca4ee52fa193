from facts import editors


class FactsConfig(editors.EditedRoom):
    """What a fact is: sources, releases, editions, statements, figures, places, industries, reports."""

    name = "facts"
    verbose_name = "Facts and where they come from"

    def ready(self):
        """Let the import frame know the importers of this room, and the desk its piles."""
        super().ready()
        from facts import importers, own_piles

        importers.register_all()
        own_piles.register_all()

from api.serializers.paths import PathSerializer
from api.views.items import Item
from api.views.lists import ListWithWords
from education.models import Path
from explore.filters.paths import PathFilter


class Paths(ListWithWords):
    """Ways into careers: what one earns, how long each takes, what it costs."""

    noun = "paths"
    serializer = PathSerializer
    filters = PathFilter

    def rows(self, given):
        """Every way in."""
        return Path.objects.order_by("pk")

    def shown(self, rows):
        """With the names of what they refer to, and their credentials."""
        return super().shown(rows).prefetch_related("credentials")


class OnePath(Item):
    """One way into a career."""

    noun = "path"
    serializer = PathSerializer
    of = Paths
    address = {"key": "key"}

    def find(self, asked, key):
        """The way in with the key."""
        return Path.objects.with_words().prefetch_related("credentials").get(key=key)

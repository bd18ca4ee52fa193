from django.db import models

from careers.models.occupation import Occupation
from facts.models import ReleaseName
from facts.models.release_name import name_once


class OccupationName(ReleaseName):
    """Titles and scope of a code can change within one classification."""

    name_of = "occupation"
    occupation = models.ForeignKey(
        Occupation, on_delete=models.CASCADE, related_name="release_names", help_text="The occupation that it names."
    )

    class Meta(ReleaseName.Meta):
        constraints = [name_once("occupation")]

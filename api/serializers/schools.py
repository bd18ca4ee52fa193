from rest_framework import serializers

from api.serializers.base import ListItemSerializer
from api.serializers.fields import Address, PageAddress
from education.models import School, SchoolOffer
from explore.schools import awards_in_words


class SchoolSerializer(ListItemSerializer):
    """An institution that teaches after secondary school."""

    url = Address("api:school", "unit_id")
    page = PageAddress(source="get_absolute_url")
    awards = serializers.SerializerMethodField(help_text="What it awards, from the shortest up; empty if not given.")
    distance = serializers.CharField(
        allow_null=True, help_text=f"Online: {', '.join(SchoolOffer.Distance.values)}; null if not given."
    )
    in_district = serializers.IntegerField(
        allow_null=True, help_text="Tuition and fees of a year for who lives in the district; null if not given."
    )
    in_state = serializers.IntegerField(allow_null=True, help_text="The same for who lives in the state.")
    out_of_state = serializers.IntegerField(allow_null=True, help_text="The same for anybody else.")
    currency = serializers.SerializerMethodField(help_text="The currency of tuition: USD.")
    tuition_year = serializers.SerializerMethodField(help_text="The year that tuition is for: “Tuition, 2022–23”.")

    class Meta:
        model = School
        fields = (
            "unit_id",
            "url",
            "page",
            "name",
            "city",
            "state",
            "control",
            "level",
            "website",
            "is_active",
            "awards",
            "distance",
            "in_district",
            "in_state",
            "out_of_state",
            "currency",
            "tuition_year",
        )

    def to_representation(self, row: School) -> dict:
        shown = super().to_representation(row)
        return shown | ({"distance": shown["distance"] or None} if "distance" in shown else {})

    def get_awards(self, school: School) -> list[str]:
        return awards_in_words(school.awards)

    def get_currency(self, school: School) -> str:
        return "USD"

    def get_tuition_year(self, school: School) -> str | None:
        return school.tuition_year

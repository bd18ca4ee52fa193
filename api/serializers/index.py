from rest_framework import serializers


class IndexSerializer(serializers.Serializer):
    """What there is."""

    edition = serializers.IntegerField(help_text="The edition that is public now; 0 before the first.")
    documentation = serializers.URLField(help_text="How everything is asked for, with examples.")
    schema = serializers.URLField(help_text="The same for programs, in OpenAPI 3.1.")
    download = serializers.URLField(help_text="Everything as files.")
    lists = serializers.DictField(child=serializers.URLField(), help_text="Every list by its name.")

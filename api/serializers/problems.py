from rest_framework import serializers


class ProblemSerializer(serializers.Serializer):
    """One thing wrong with a request."""

    parameter = serializers.CharField(allow_null=True, help_text="The parameter concerned; null where none is.")
    code = serializers.CharField(help_text="What kind of mistake, for programs.")
    message = serializers.CharField(help_text="What to do about it, for people.")


class RemovedSerializer(serializers.Serializer):
    """A row that was removed."""

    title = serializers.CharField(help_text="What it was called.")
    edition = serializers.IntegerField(allow_null=True, help_text="The edition that removed it.")
    removed_at = serializers.DateTimeField(allow_null=True, help_text="When (UTC).")
    reason = serializers.CharField(help_text="Why.")
    last = serializers.DictField(allow_null=True, help_text="The row as it was last given here.")


class ProblemsSerializer(serializers.Serializer):
    """Everything wrong with a request, as RFC 9457 tells it."""

    type = serializers.CharField(help_text="Where errors are explained.")
    title = serializers.CharField(help_text="The status in words.")
    status = serializers.IntegerField(help_text="The status.")
    detail = serializers.CharField(help_text="What happened.")
    errors = ProblemSerializer(many=True)


class GoneSerializer(ProblemsSerializer):
    """What is said of a row that was removed, as RFC 9457 tells it."""

    removed = RemovedSerializer(help_text="What was here.")

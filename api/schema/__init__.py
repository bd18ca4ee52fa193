"""The API described in OpenAPI 3.1, from the same filters and serializers that answer."""

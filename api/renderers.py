from rest_framework.renderers import BaseRenderer


class CSVRenderer(BaseRenderer):
    """Lists write CSV themselves."""

    media_type = "text/csv"
    format = "csv"
    charset = "utf-8"

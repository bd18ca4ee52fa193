from rest_framework.renderers import BaseRenderer


class CSVRenderer(BaseRenderer):
    """Stands for CSV when a form is chosen; lists write their lines themselves."""

    media_type = "text/csv"
    format = "csv"
    charset = "utf-8"

from collections.abc import Iterator

from rest_framework.utils.encoders import JSONEncoder

from api.export.rows import shown_rows
from api.export.snapshot import snapshot
from api.export.tables import tables


def ndjson(context: dict) -> Iterator[bytes]:
    write = JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
    with snapshot():
        for table in tables():
            for row in shown_rows(table, context):
                yield f"{write({'table': table.name, **row})}\n".encode()

"""A set of files for catalogs of data: https://www.w3.org/TR/vocab-dcat-3/ as JSON-LD."""

from collections.abc import Iterable, Iterator

from api.export.descriptor import LICENSE, absolute
from api.export.sets import FileOfSet
from facts.models import Edition

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"


def dcat(edition: Edition | None, at: str, files: Iterable[FileOfSet]) -> dict:
    number = edition.number if edition else 0
    issued = {"dct:issued": _typed("xsd:dateTime", edition.published_at.isoformat())} if edition else {}
    return {
        "@context": CONTEXT,
        "@id": at,
        "@type": "dcat:Dataset",
        "dct:title": f"Rungs, edition {number}",
        "dct:description": "Careers, what they pay, what they ask for and who says so.",
        "dct:identifier": str(number),
        "dcat:version": str(number),
        **issued,
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": "Rungs", "foaf:homepage": {"@id": absolute("/")}},
        "dct:license": {"@id": LICENSE["path"]},
        "dct:rights": LICENSE["title"],
        "dcat:landingPage": {"@id": absolute("/download/")},
        "dcat:distribution": list(_distributions(at, files)),
    }


def _distributions(at: str, files: Iterable[FileOfSet]) -> Iterator[dict]:
    for file in files:
        yield {
            "@id": at + file.path,
            "@type": "dcat:Distribution",
            "dct:title": file.title,
            "dcat:accessURL": {"@id": absolute("/download/")},
            "dcat:downloadURL": {"@id": at + file.path},
            "dcat:mediaType": {"@id": MEDIA_TYPES + file.media_type.partition(";")[0]},
            "dcat:byteSize": _typed("xsd:nonNegativeInteger", str(file.bytes)),
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                "spdx:checksumValue": _typed("xsd:hexBinary", file.sha256),
            },
        }


def _typed(kind: str, value: str) -> dict:
    return {"@type": kind, "@value": value}

"""A whole session as JSON, both ways, without loss: writing, reading and writing again gives the same bytes."""

from facilitator.exchange.session_json.place import SessionFileError
from facilitator.exchange.session_json.reading import MOST_BYTES, from_json
from facilitator.exchange.session_json.writing import FORMAT, as_json, to_json

__all__ = ["FORMAT", "MOST_BYTES", "SessionFileError", "as_json", "from_json", "to_json"]

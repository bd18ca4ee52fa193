"""An importer slice of a made-up country: weekly pay in another currency, by another classification."""

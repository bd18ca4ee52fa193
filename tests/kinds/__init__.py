"""An app with a throw-away kind of statement: a model, a factory, one registration."""

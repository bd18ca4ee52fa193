"""How rows look in JSON, one noun a file; CSV and downloads are the same rows, flattened."""

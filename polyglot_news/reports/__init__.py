"""Report -> terminal, JSON and other formats: one module a format, found by name in `registry`, imported when used."""

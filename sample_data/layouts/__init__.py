"""Lines of four export formats, as the apps write them: one module a format, each with a HEADER."""

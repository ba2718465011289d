"""Hold the language editions of a news article against each other, offline."""

__version__ = "0.1.0"

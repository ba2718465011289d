"""The version of polyglot-news, in one place."""

__version__ = "0.1.0"

"""Bytes -> Article: encoding, paragraphs, boilerplate set aside with a reason, language, sentences."""

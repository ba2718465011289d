"""Systems of others, each behind a thin adapter around its own command or library.

A peer that is not installed is named as such in the tables, and skipped. None of them comes with `[benchmarks]` but
nltk: what each needs stands in its module.
"""

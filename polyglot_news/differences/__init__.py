"""What is told differently inside the links of an alignment, from a word to a sentence, each with a confidence.

Words of the base, the original and the translation are paired; networks judge which stand on one side only, and runs of
them become differences. A machine translation drops, repeats and invents, so the original is asked as well: what it
holds is not left out, whatever became of it in translation. docs/decisions/0010-differences.md.
"""

"""Evidence that does not depend on a translation: vocabulary, lemmas, names across scripts, numbers."""

"""Article -> Translation: by Argos packages run on CTranslate2, or by what the user brings.

argostranslate itself is not needed: it imports torch, translates one paragraph at a time and loses which sentence
became which. Here all sentences of all editions go through together, and each keeps its way back to the original.
"""

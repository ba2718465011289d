"""What is told differently inside the links of an alignment: passages left out or added, numbers, names.

Rules read one link and give evidence; one function turns evidence into confidence; the threshold comes last. A machine
translation drops, repeats and invents, so each difference is weighed against the original edition as well: what the
original holds is not left out, whatever became of it in translation.
"""

"""(base, edition, translation) -> Alignment: which paragraphs and sentences tell the same, in whatever order.

Aligners of translations are monotone and price an empty side so that a wrong merge is cheaper. Editions drop, add,
merge, split and move paragraphs. So here a link is worth what it explains, whatever its place; the set of
non-overlapping links that explains most is chosen exactly; order is only a prior. What no link pays for is an omission
or an addition; what crosses the longest increasing subsequence is a move. Why: docs/decisions/0002-links.md.
"""

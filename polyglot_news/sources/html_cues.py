"""What an element is for, by its tag and by the names that sites give it in classes, ids and roles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

_TAGS = {
    "nav": "navigation", "aside": "aside", "footer": "footer", "figcaption": "caption", "figure": "caption",
    "table": "table", "label": "form", "form": "form",
}  # fmt: skip
# Words of names; "read-also" is read-also, read_also, readAlso and readalso. Where several speak, the first counts.
_NAMES = {
    "caption": "caption captions credit credits cutline photocredit imagecredit",
    "comments": "comment comments comment-list disqus respond discussion kommentarii",
    "share": "share sharing shares social socials sharedaddy addthis sharethis share-buttons follow pluso likely",
    "read also": "related related-posts read-also read-more read-next also-read see-also more-news more-stories "
    "more-from more-on recommended recommendation recommendations recommend most-read popular trending also teaser "
    "teasers promo promos promobox promotion promoted recirc recirculation outbrain taboola suggested incut mgid "
    "redtram",
    "newsletter": "newsletter newsletters subscribe subscription subscriptions signup sign-up optin mailing mailchimp",
    "donation": "donate donation donations donat support-us contribute contribution membership patreon fundraising",
    "advertisement": "ad ads advert adverts advertisement advertising adv adsbygoogle banner banners sponsor sponsored "
    "sponsors commercial dfp",
    "author": "author authors byline bylines bio author-box about-author",
    "tags": "tag tags tag-list tagcloud topics post-tags keywords",
    "privacy": "cookie cookies cookiebar gdpr consent privacy",
    "navigation": "nav navbar navigation menu breadcrumb breadcrumbs pagination pager toolbar contentinfo search",
    "aside": "sidebar side-bar widget widgets infobox factbox fact-box complementary callout",
    "footer": "footer copyright disclaimer",
    "hidden": "sr-only visually-hidden screen-reader screen-reader-text",
    "form": "form forms feedback",
    "overlay": "modal popup pop-up overlay tooltip lightbox paywall dialog",
    "player": "player video videos videoplayer podcast podcasts audio audioplayer gallery carousel slideshow",
    "date": "dateline timestamp published pubdate pub-date date datetime time meta postmeta",
}
_BODY = (
    "article-body article-text article-content article-copy article-main story-body story-text story-content "
    "post-content post-body post-text entry-content entry-text news-text news-body news-content main-article "
    "name-body text-content body-text body-content body-copy content-body"
)
_STANDFIRST = (
    "lead lede standfirst stand-first dek deck subtitle sub-title subhead sub-head subheadline subheading intro "
    "summary excerpt anons annotation description"
)
# These hold whole articles, and are named after what else is in them: "post tag-football".
_SPARED = frozenset(("article", "main", "body", "html", "blockquote"))


def _joined(names: str) -> Iterator[str]:
    for name in names.split():
        yield name
        yield name.replace("-", "")


_REASONS = {name: reason for reason in reversed(tuple(_NAMES)) for name in _joined(_NAMES[reason])}
_ORDER = {reason: place for place, reason in enumerate(_NAMES)}
_BODIES = frozenset(_joined(_BODY))
_STANDFIRSTS = frozenset(_joined(_STANDFIRST))


def reason_of(tag: str, hint: str) -> str:
    """Return why an element is no part of an article; "" where nothing speaks against it."""
    if tag in _TAGS:
        return _TAGS[tag]
    if not hint or tag in _SPARED or "embed" in hint or "elementor" in hint:
        return ""
    if "caption" in hint:
        return "caption"
    if "hidden" in hint.split():
        return "hidden"
    found = {_REASONS[name] for name in _names(hint) if name in _REASONS}
    return min(found, key=_ORDER.__getitem__, default="")


def is_body(hint: str) -> bool:
    """Whether sites call such an element the text of an article."""
    return any(name in _BODIES for name in _names(hint))


def is_standfirst(hint: str) -> bool:
    """Whether sites call such an element the lines under a headline."""
    return any(name in _STANDFIRSTS for name in _names(hint))


def _names(hint: str) -> Iterator[str]:
    """Yield the words of each class, and each two that follow each other."""
    for name in hint.replace("_", "-").replace(":", "-").split():
        words = [word for word in name.split("-") if word]
        yield from words
        yield from (f"{first}-{second}" for first, second in pairwise(words))

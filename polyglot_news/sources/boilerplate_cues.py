"""Phrases by which the text of a site gives itself away, in English, Russian and Ukrainian. Patterns and nothing else."""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.strip().splitlines())


# The paragraph and nothing else, in lower case, without marks at its ends.
WHOLE: dict[str, frozenset[str]] = {
    "advertisement": _lines("""
        advertisement
        advertising
        sponsored
        sponsored content
        реклама
        на правах рекламы
        на правах реклами
        партнерский материал
        партнёрский материал
    """),
    "button": _lines("""
        once
        monthly
        annual
        annually
        every month
        every year
        one-time
        continue
        continue reading
        payment methods
        remind me later
        not ready to support today
        preview
        read more
        show more
        load more
        subscribe
        sign up
        sign in
        log in
        donate
        accept
        accept all
        print
        share
        share this
        comments
        leave a comment
        back to top
        menu
        search
        подписаться
        поделиться
        подробнее
        читать далее
        читать дальше
        показать еще
        показать ещё
        войти
        комментарии
        наверх
        поддержать
        разово
        ежемесячно
        понятно
        хорошо
        принять
        підписатися
        поділитися
        поширити
        докладніше
        детальніше
        читати далі
        показати ще
        увійти
        коментарі
        нагору
        підтримати
        одноразово
        щомісяця
        зрозуміло
        погоджуюся
        прийняти
    """),
}

# How the paragraph begins. Where the same words could begin a sentence of an article, what follows must tell.
OPENING: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("read also", _any(
        r"(?:read|see|watch) (?:also|more|next|this)\s*[:—–-]", r"(?:related|recommended|more on this|more from)\b[^.]{0,60}$", r"most read\b[^.]{0,60}$",
        r"(?:don.t miss|you may also like|editor.s picks?)\b", r"читайте (?:также|також|ещё|еще|далее|далі|нас)\b", r"(?:см|див)\. (?:также|також)",
        r"(?:по теме|за темою|материалы по теме|матеріали за темою|ещё по теме)\s*:?", r"(?:смотрите|дивіться) (?:также|також)\b",
        r"(?:самое читаемое|найпопулярніше|популярное|выбор редакции|вибір редакції)\b",
    )),
    ("share", _any(
        r"share (?:this|on|via|with)\b", r"(?:поделиться|поделитесь|рассказать|расскажите|поширити|поширте|поділитися|поділіться)(?: (?:с|з|в|у)?\s?\w+)?\s*:",
        r"send by e-?mail\b", r"(?:поделитесь|поделиться|поділіться|поділитися) (?:новостью|новиною|статьей|статьёй|статтею|с друзьями|з друзями)",
    )),
    ("newsletter", _any(
        r"(?:sign up|subscribe)\b.{0,60}\b(?:newsletter|e-?mail|inbox|mailbox|channel|podcast|updates?|briefing)", r"(?:sign up|subscribe) (?:for|to) our\b",
        r"get (?:the|our)\b.{0,120}\b(?:inbox|mailbox|e-?mail)", r"follow (?:us|our)\b.{0,80}\b(?:on|in)\b", r"subscribers agree\b", r"join (?:us|our)\b.{0,60}\b(?:telegram|whatsapp|viber|facebook|channel|community)\b",
        r"подпи(?:сывайтесь|шитесь)\b.{0,60}(?:канал|рассыл|telegram|телеграм|нас|соцсет)", r"підпи(?:суйтеся|суйтесь|шіться)\b.{0,60}(?:канал|розсил|telegram|телеграм|нас|соцмереж)",
        r"(?:рассылка|розсилка) [«\"]", r"(?:наш|наши|наші) (?:канал|телеграм|telegram)\b", r"(?:следите|стежте|слідкуйте) за (?:нами|новостями|новинами)\b",
    )),
    ("privacy", _any(
        r"(?:we|this (?:web)?site|our (?:web)?site) (?:use|uses|store|stores)\b.{0,40}\bcookies?\b", r"(?:your )?privacy (?:notice|policy|matters|settings)\b",
        r"(?:мы используем|на сайте (?:используются|применяются)|сайт использует).{0,40}(?:cookie|куки)", r"(?:цей|наш) сайт (?:використовує|зберігає).{0,40}(?:cookie|кукі|куки)",
        r"(?:ми використовуємо).{0,40}(?:cookie|кукі|куки)",
    )),
    ("letter", _any(
        r"dear readers?\b", r"a message from\b[^.]{0,60}:?$", r"(?:дорогие|уважаемые|дорогі|шановні) (?:читатели|читачі)\b",
        r"(?:дорогие|уважаемые|дорогі|шановні) (?:друзья|друзі)\W*$",  # "..., сказал президент" is a speech
    )),
    ("donation", _any(
        r"support (?:the|our|us)\b[^.]{0,60}!$", r"support us\b[^.]{0,60}[$£€]\s?\d", r"support (?:independent|quality|our) journalism\b",
        r"(?:поддержите|помогите|підтримайте|допоможіть) (?:нас|нашу|наш|независим|незалежн|издани|видан|редакц|проект|проєкт|журналист|журналіст)",
        r"(?:станьте|стань) (?:частью|участником|учасником|частиною|патроном) (?:нашей|нашої|нашого|спільноти|сообщества)",
    )),
    ("player", _any(
        # A length stands at the end; what happened "at 4:40" is news.
        r"(?:watch|listen|video|audio|podcast|видео|відео|аудио|аудіо|слухати|слушать|дивитися|смотреть)\b[^.]{0,40}[:.(].{0,120}(?<!\bat )(?<![\s(][вуо] )\b\d?\d:\d\d\b\)?\.?\s*(?:$|your\b|ваш\b)",
        r"(?:listen to|watch|read) this (?:article|story|video)\b[^.]{0,30}$", r"(?:слушать|прослушать|слухати|прослухати) (?:эту |цю )?(?:статью|новость|статтю|новину)\b[^.]{0,30}$",
    )),
    ("author", _any(r"about the author\b", r"(?:об авторе|про автора|про авторку)\s*:", r"(?:автор|авторка)\s*:\s*(?-i:[А-ЯІЇЄҐ])", r"(?:все материалы|усі матеріали|всі матеріали) (?:автор|цього)")),
    ("correction", _any(
        r"(?:нашли|заметили|увидели) (?:опечатку|ошибку|неточность)", r"(?:знайшли|помітили|побачили) (?:помилку|неточність|одрук)",
        r"(?:spotted|found|see) (?:a mistake|an error|a typo)\b",
    )),
    ("copyright", _any(r"©", r"copyright (?:©|\d{4})", r"\(c\) ?\d{4}", r"(?:все права|усі права|всі права) (?:защищены|застережено|захищено|захищені)")),
    ("tags", _any(r"(?:tags|теги|тэги|метки|мітки|ключевые слова|ключові слова)\s*:")),
    ("comments", _any(r"(?:leave|post) a comment\b", r"(?:оставить|добавить|залишити|додати) (?:комментарий|коментар)", r"\d+ (?:comments?|комментари\w*|коментар\w*)\s*$")),
)  # fmt: skip

# Anywhere in the paragraph.
CERTAIN: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("player", _any(r"your browser does not support", r"ваш браузер не (?:поддерживает|підтримує)")),
    ("correction", _any(r"ctrl\s?\+\s?enter")),
    ("copyright", _any(
        r"all rights reserved", r"reproduction in whole or in part", r"(?:активная|відкритого|активного|прямая|прямого) (?:гиперссылк|гіперпосилан)",
        r"(?:все права защищены|усі права застережено|всі права захищен)", r"(?:перепечатка|передрук|копирование|копіювання) (?:материалов|матеріалів|запрещен|заборонен)",
    )),
    ("privacy", _any(r"subscribers agree to", r"обработк[иу] персональных данных\.?$")),
)  # fmt: skip

CREDITS: tuple[re.Pattern[str], ...] = (
    re.compile(
        r"^(?:Photo|Image|Picture|Illustration|File photo|Фото|Фотография|Світлина|Иллюстрация|Ілюстрація)\s*[:/|©]",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[.!?»”\"]\s*)\(?(?:Photo|Image|Photograph|Фото|Світлина|Иллюстрация|Ілюстрація)\s*(?::|by\b|©)",
        re.IGNORECASE,
    ),
    re.compile(r"[.!?]\s?/\s?[A-ZА-ЯІЇЄҐ][^.]{2,60}$"),  # "... in Sulina./ A. Name / Agency"
    re.compile(
        r"(?:^|\s)[A-Z][\w.]+ [A-Z][\w.]+ ?/ ?(?:Reuters|AP|AFP|Getty|TASS|EPA|Shutterstock|Press Association|PA)\b[^.]*$"
    ),
)

NETWORKS = _any(
    r"\bfacebook\b", r"\btwitter\b", r"\btweet\b", r"\bx\b", r"\bwhatsapp\b", r"\btelegram\b", r"\bviber\b", r"\be-?mail\b", r"\blinkedin\b", r"\breddit\b", r"\bvk\b",
    r"вконтакте", r"одноклассник", r"мой мир", r"твиттер", r"твіттер", r"фейсбук", r"телеграм", r"живой журнал", r"живий журнал", r"\bпошта\b", r"скопировать ссылку", r"скопіювати посилання",
    r"на печать", r"надрукувати", r"роздрукувати", r"распечатать", r"\bprint\b",
)  # fmt: skip

# Words of sites, by what they are about. Two of different kinds, and a reader who is spoken to, make boilerplate.
WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("newsletter", _any(r"\bnewsletters?\b", r"рассылк", r"розсилк")),
    ("newsletter", _any(r"\b(?:in|to) your (?:inbox|mailbox|e-?mail)\b", r"\byou will receive\b", r"вашей почт", r"вашій (?:скриньц|пошт)", r"адрес электронной почты", r"електронної пошти")),
    ("newsletter", _any(r"\bsign up\b", r"\bsubscri(?:be|bers?|ption)\b", r"\bподпи(?:шитесь|сывайтесь)\b", r"\bпідпи(?:шіться|суйтеся)\b")),
    ("newsletter", _any(r"\bhand-picked\b", r"\bnever miss\b", r"\bit costs nothing\b", r"это бесплатно", r"це безкоштовно", r"никакого спама", r"\bfor free\b")),
    ("donation", _any(r"\b(?:independent|our) (?:journalism|journalists|newsroom|reporting|reporters)\b", r"независим\w+ журналист", r"незалежн\w+ журналіст", r"журналістика коштує")),
    ("donation", _any(r"\b(?:support us|your support|support the)\b", r"поддержите нас", r"підтримайте нас", r"допоможіть нам", r"помогите нам", r"помогите изданию")),
    ("donation", _any(r"\b(?:donat\w+|contribution|make a gift|a gift today)\b", r"пожертв", r"разовый перевод", r"одноразово", r"щомісяця")),
    ("donation", _any(r"\b(?:from|as little as|starting from)\b.{0,20}[$£€]\s?\d+", r"\bот \d+ (?:рубл|руб)", r"\bвід \d+ (?:грив|грн)")),
    ("donation", _any(r"\breaders like you\b", r"\bno paywall\b", r"\bstanding with us\b")),
    ("privacy", _any(r"\bcookies?\b", r"\bкук[иі]\b")),
    ("privacy", _any(r"\bprivacy policy\b", r"политик\w+ (?:конфиденциальности|обработки)", r"політик\w+ (?:конфіденційності|приватності)")),
    ("privacy", _any(r"\bby (?:clicking|choosing|continuing)\b", r"продолжая пользоваться", r"оставаясь с нами", r"натискаючи", r"\bdo not use cookies\b")),
    ("author", _any(r"\bhas (?:reported|written) (?:from|for|on|about)\b.{0,60}\bsince\b")),
)  # fmt: skip
ADDRESS = _any(
    r"\byou(?:r)?\b",
    r"\bвы\b",
    r"\bвам\b",
    r"\bваш",
    r"\bви\b",
    r"\bнам\b",
    r"\bнас\b",
    r"(?:йте|йтесь|йтеся|іть|іться|ите|итесь)\b",
)
OURSELVES = _any(r"\b(?:we|us|our)\b", r"\b(?:мы|нас|нам|наш\w*)\b", r"\b(?:ми)\b")

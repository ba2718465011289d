"""Words and phrases that the text of a site is full of, in English, Russian and Ukrainian: evidence, no verdict.

Each is weighed among others by boilerplate_scorer. Lists and nothing else; `word*` stands for any ending.
"""

from __future__ import annotations

import re

# One word may speak for several reasons. Lower case; ё is written е.
WORDS: dict[str, str] = {
    "newsletter": (
        "newsletter* inbox mailbox subscrib* subscription* unsubscrib* email e-mail digest briefing notification* alert* app delivered weekly daily sign signing signup register"
        " premium trial unlimited telegram whatsapp viber channel follow download join"
        " рассылк* подпиш* подписыва* подписк* подписчик* отписат* почт* адрес* дайджест* уведомлен* приложени* телеграм* канал* соцсет* следите присоединяй* подключай* подключит* зарегистрир* бот боте"
        " розсилк* підпиш* підпису* підписк* передплат* відписат* пошт* адрес* сповіщ* застосун* телеграм* соцмереж* слідкуйте стежте долучай* приєднуй* під'єднуй* зареєстр* скриньц* отримуйте получайте"
    ),
    "donation": (
        "donat* contribut* gift* support* supporter* member* membership fund chip paypal generosity tax-deductible coffee back give"
        " пожертв* донат* поддерж* взнос* платеж* автоплатеж* перевед* перевест* помоги* помощь помочь соучастник* рублей карт* криптовалют*"
        " пожертв* задонат* підтрим* внес* внеск* платіж* автоплатіж* перекаж* переказ* допоможі* допомога патрон* гривень картк* криптовалют*"
    ),
    "letter": (
        "dear reader* readers grateful thank trusting message note unprecedented independent independence repression silence silenced censorship"
        " дорогие уважаем* читател* редакци* обращени* независим* благодарн* спасибо"
        " дорогі шановн* любі читач* редакці* звернення незалежн* вдячн* дякуємо"
    ),
    "privacy": (
        "cookie* consent privacy preferences settings partners identifiers device terms conditions gdpr recaptcha accept reject agree statement personalis* personaliz* third-party affiliate personal details data"
        " cookie куки согласи* соглаша* соглашени* согласен конфиденциальн* персональн* данных данные настро* услови* пользовател* обработк* отклонить принять"
        " кукі згод* погоджу* приватн* конфіденційн* персональн* даних дані налаштув* умов* користувач* користуван* обробк* відхилити прийняти прийма* принима*"
    ),
    "share": (
        "share shares sharing tweet facebook twitter linkedin reddit pinterest whatsapp telegram instagram tiktok viber copy copied link bookmark save print friend x vk ok email"
        " поделит* поделис* вконтакте одноклассник* твиттер* фейсбук* скопировать ссылк* закладк* сохранить распечат* отправить расскаж* рассказать"
        " поділит* поширит* поширте фейсбук* твіттер* скопіювати посиланн* закладк* зберегти роздрук* надрукув* надіслати розкаж* розказати"
    ),
    "read also": (
        "read also related recommended recommend more trending popular see next most enjoy editor's picks further latest similar full story stories article articles"
        " читайте также ещё еще теме материал* самое популярн* смотрите далее ранее подробн* похож* главное другие интересн* понравится пропустите почитать новости"
        " читайте також ще темою матеріал* найпопулярн* дивіться далі раніше детальн* докладн* схож* головне інші зацікав* сподобається пропустіть почитати новини"
    ),
    "related": (
        "live opinion explainer analysis watch pictures photos quiz ago exclusive video interview know things why how"
        " онлайн мнение разбор фото видео тест назад известно интервью почему"
        " наживо думка розбір фото відео тест тому відомо інтерв'ю чому"
    ),
    "player": (
        "video audio watch listen play playing playback podcast browser javascript loading mute unmute player speed min sec fullscreen seek volume duration"
        " видео видеоплеер* аудио* смотреть слушать прослушать подкаст* браузер* javascript воспроизв* загрузк* плеер* скорость звук* трансляц*"
        " відео відеоплеєр* аудіо* дивитися слухати прослухати подкаст* браузер* відтвор* завантаж* плеєр* швидкість звук* трансляц* тривалість длительность"
    ),
    "caption": (
        "photo photograph picture image images credit courtesy getty afp ap epa epa-efe reuters file handout illustration source screenshot shutterstock pa pool via"
        " фото фотограф* иллюстрац* снимок кадр скриншот архив* пресс-служб* риа тасс источник подпись"
        " світлин* ілюстрац* знімок скриншот архів* пресслужб* укрінформ унiан джерело підпис*"
    ),
    "author": (
        "by author reporter editor correspondent writer written reporting reporting editing updated published posted contact covers staff columnist read ago et gmt tip story"
        " автор* текст* корреспондент* редактор* обозревател* обновлено опубликовано статьи пишите связаться время чтения"
        " автор* авторк* текст* кореспондент* редактор* оглядач* оновлено опубліковано статті пишіть зв'язатися час читання"
    ),
    "correction": (
        "typo error mistake spotted found correction* clarification* wrong report"
        " ошибк* опечатк* неточност* выделите нажмите мышью сообщить сообщите заметили нашли ctrl enter"
        " помилк* одрук* неточніст* виділіть натисніть мишкою повідомити повідомте помітили знайшли"
    ),
    "copyright": (
        "copyright rights reserved reproduc* republish* permission prohibited ltd llc inc registered protected"
        " права прав защищен* перепечатк* копирован* гиперссылк* свидетельств* учредител* ооо цитирован* цитировани* использовани* сми разрешен* согласия охраня* совпадать иностранн* агент* лет*"
        " захищен* застережен* передрук* копіюв* гіперпосил* ідентифікатор* засновник* тов цитуванн* використан* медіа дозволен* збігатися посиланн*"
    ),
    "tags": "tags tag topics topic filed keywords under теги тэги тег метки темы сюжет ключевые слова мітки теми ключові",
    "comments": (
        "comment comments commenting conversation reply replies discuss discussion newest oldest liked house"
        " комментари* комментир* коммент обсудить ответов ответа правила новые пожаловаться"
        " коментар* коментув* обговорити відповідей відповіді правил нові поскаржитися"
    ),
    "advertisement": (
        "advertisement* advertising advertise sponsored sponsor promoted ad ads paid scroll partner* quotes"
        " реклам* партнер* спонсор* промо erid скидк* карту"
        " реклам* партнер* спонсор* промо знижк* картку"
    ),
    "navigation": (
        "home menu skip main content search contact about us careers jobs archive site map sitemap sections section previous next page newsroom help top weather sport sports politics world business opinion"
        " culture travel local english news back homepage centre center directory faq"
        " главная главную меню содержанию поиск контакты вакансии архив карта рубрики назад вперед редакция справка погода спорт политика экономика общество культура мир бизнес новости регионы русский наверх"
        " головна головну меню змісту пошук контакти вакансії архів мапа рубрики уперед довідка погода політика економіка суспільство культура світ бізнес новини регіони українська нагору англійська"
    ),
    "button": (
        "once monthly annual annually yearly continue later close accept reject cancel ok okay submit loading show load learn select choose amount pay payment give now log login sign register account password maybe"
        " remind ready time one-time month year quarter preview methods method got yes no thanks enter click tap"
        " разово ежемесячно ежегодно раз месяц год квартал продолжить позже сейчас закрыть показать развернуть выбрать выберите сумму способ способы оплаты войти войдите понятно хорошо ясно напомнить поддержать"
        " одноразово щомісяця щороку рік місяць продовжити пізніше зараз закрити показати розгорнути обрати оберіть суму спосіб способи оплати увійти увійдіть зрозуміло добре нагадати підтримати ні да так нет"
    ),
    "you": "you your yours yourself вы вас вам вами ваш ваша ваше ваши вашей вашего вашу ви вас вам вами ваш ваша ваші вашій вашої вашу",
    "we": "we us our ours мы нас нам нами наш наша наше наши нашей нашего нашу наших ми нас нам нами наш наша наші нашій нашої нашу наших",
    "told": (
        "said says told asked added reported announced according accused warned denied court police president minister government officials prime parliament killed"
        " сказал* говор* сообщил* сообщает* заявил* рассказал* добавил* отметил* считает* словам суд* полиц* президент* министр* правительств* парламент* власти"
        " сказав сказал* каже* кажуть повідомив повідомил* повідомляє* заявив заявил* розповів розповіл* додав додал* зазначив зазначил* вважає* словами поліц* міністр* уряд* влада"
    ),
    "form": (
        "the a an of to in on for with at by from as that which who it its he she his her they their this these was were is are be been has have had will would could not but and or after before when"
        " и в во на с со к ко по за из от до у о об не что как его ее их это при для был была были будет быть она он они но а или которые который также чтобы после если"
        " і й та у в на з із зі до від за про що як його її їх це при для був була були буде бути вона він вони але а або які який щоб після якщо не"
    ),
}  # fmt: skip

# The paragraph and nothing else, in lower case, without marks at its ends.
BUTTONS = frozenset(
    ["once", "monthly", "annual", "annually", "every month", "every year", "one-time", "continue", "continue reading", "payment methods", "remind me later", "not ready to support today", "preview", "read more", "show more", "load more", "subscribe", "sign up", "sign in", "log in", "donate", "accept", "accept all", "print", "share", "share this", "comments", "leave a comment", "back to top", "menu", "search", "подписаться", "поделиться", "подробнее", "читать далее", "читать дальше", "показать еще", "показать ещё", "войти", "комментарии", "наверх", "поддержать", "разово", "ежемесячно", "понятно", "хорошо", "принять", "підписатися", "поділитися", "поширити", "докладніше", "детальніше", "читати далі", "показати ще", "увійти", "коментарі", "нагору", "підтримати", "одноразово", "щомісяця", "зрозуміло", "погоджуюся", "прийняти", "ещё", "показать", "закрыть", "close", "cancel", "not now", "maybe later", "reject all", "no, thanks", "пожертвовать", "задонатити", "раз в год", "щороку", "ежегодно", "напомнить позже", "нагадати пізніше", "не сейчас", "не зараз", "способы оплаты", "способи оплати", "продолжить", "продовжити", "yearly", "one time", "learn more", "give now", "донат", "show less", "скрыть", "отменить", "скасувати"]
)  # fmt: skip

# The paragraph begins so. What follows must tell where the words could begin a sentence of an article.
OPENING: tuple[tuple[str, str], ...] = (
    ("read also", r"(?:read|see|watch) (?:also|more|next|this)\s*[:—–-]|also read\s*:|(?:read also|see also|read next|related|further reading|most read)\b[^.]{0,60}$|related(?: stor\w+| article\w*)?\s*:"),
    ("read also", r"(?:recommended|more on this|more from)\b[^.]{0,60}$|(?:don.t miss|you (?:may|might) also|editor.s picks?)\b"),
    ("read also", r"(?:читайте|смотрите|дивіться|см\.|див\.) (?:также|також|ещё|еще|далее|далі)\b|(?:материалы по теме|матеріали за темою|(?:ещё|еще|раніше|ранее|ще)? ?(?:по теме|за темою))\b\s*(?::|$)"),
    ("read also", r"(?:самое читаемое|найпопулярніше|популярное|выбор редакции|вибір редакції)\b"),
    ("share", r"share (?:this|on|via)\b|send (?:by|to) (?:e-?mail|a friend)\b|(?:поделиться|поделитесь|рассказать|расскажите|поширити|поширте|поділитися|поділіться)(?: (?:с|з|в|у)?\s?\w+)?\s*(?::|$)"),
    ("newsletter", r"(?:sign up|subscribe)\b.{0,60}\b(?:newsletter|e-?mail|inbox|mailbox|channel|podcast|updates?|briefing)|(?:sign up|subscribe) (?:for|to) our\b|get (?:the|our)\b.{0,120}\b(?:inbox|mailbox|e-?mail)"),
    ("newsletter", r"(?:follow|find) (?:us|our)\b.{0,80}\b(?:on|in)\b|subscribers agree\b|join (?:us|our)\b.{0,60}\b(?:telegram|whatsapp|viber|facebook|channel|community)\b"),
    ("newsletter", r"(?:подпи(?:сывайтесь|шитесь)|підпи(?:суйтеся|суйтесь|шіться))\b.{0,60}(?:канал|рассыл|розсил|telegram|телеграм|на нас|соцсет|соцмереж)|(?:рассылка|розсилка) [«\"]|(?:наш|наши|наші) (?:канал|телеграм|telegram)\b"),
    ("newsletter", r"(?:следите|стежте|слідкуйте) за (?:нами|нашими)\b|читайте нас\b"),
    ("privacy", r"(?:we|this (?:web)?site|our (?:web)?site) (?:use|uses|store|stores)\b.{0,40}\bcookies?\b|(?:your )?privacy (?:notice|policy|matters|settings)\b|by (?:continuing|choosing|signing|clicking)\b.{0,60}\byou\b"),
    ("privacy", r"(?:мы используем|на сайте (?:используются|применяются)|(?:этот )?сайт использует|(?:цей|наш) сайт (?:використовує|зберігає)|ми використовуємо).{0,40}(?:cookie|куки|кукі)|(?:оставаясь|продолжая|залишаючись|продовжуючи|натискаючи|нажимая)\b.{0,60}\b[вВ][ыи]\b"),
    ("letter", r"dear readers?\b|a (?:message|note) from\b[^.]{0,60}:?$|(?:дорогие|уважаемые|дорогі|шановні|любі) (?:читатели|читачі)\b|(?:дорогие|уважаемые|дорогі|шановні) (?:друзья|друзі)\W*$"),
    ("donation", r"support (?:the|our|us)\b[^.]{0,60}!$|support us\b[^.]{0,60}[$£€]\s?\d|support (?:independent|quality|our) journalism\b|(?:поддержите|помогите|підтримайте|допоможіть) (?:нас|нашу|наш|независим|незалежн|издани|видан|редакц|проект|проєкт|журналист|журналіст)\w*(?!\w*»)"),
    ("donation", r"(?:станьте|стань) (?:частью|участником|учасником|частиною|патроном|нашим) ?(?:нашей|нашої|нашого|спільноти|сообщества|патроном|соучастником)?"),
    ("player", r"(?:watch|listen|video|audio|podcast|видео|відео|аудио|аудіо|слухати|слушать|дивитися|смотреть)\b[^.]{0,40}[:.(].{0,120}(?<!\bat )(?<![\s(][вуо] )\b\d?\d:\d\d\b\)?\.?\s*(?:$|your\b|ваш\b)"),
    ("player", r"(?:listen to|watch) this (?:article|story|video)\b[^.]{0,30}$|(?:слушать|прослушать|слухати|прослухати) (?:эту |цю )?(?:статью|новость|статтю|новину)\b[^.]{0,30}"),
    ("author", r"about the author\b|(?:об авторе|про автора|про авторку)\s*:|(?:автор|авторка|текст)\s*:\s*(?-i:[А-ЯІЇЄҐ]\w+(?: [А-ЯІЇЄҐ]\w+)?\s*(?:,|$))|by (?-i:[A-Z])\w+ (?-i:[A-Z])\w+(?:,|$)|reporting by\b|(?:updated|published|обновлено|опубликовано|оновлено|опубліковано)\b.{0,40}\d"),
    ("correction", r"(?:нашли|заметили|увидели) (?:опечатку|ошибку|неточность)|(?:знайшли|помітили|побачили) (?:помилку|неточність|одрук)|(?:spotted|found|see) (?:a mistake|an error|a typo)\b"),
    ("copyright", r"©|copyright (?:©|\d{4})|\(c\) ?\d{4}|(?:все права|усі права|всі права) (?:защищены|застережено|захищено|захищені)"),
    ("tags", r"(?:tags|topics|keywords|related topics|теги|тэги|метки|мітки|темы|теми|ключевые слова|ключові слова)\s*:|#\w+ #\w+"),
    ("comments", r"(?:leave|post|add) (?:a|your) comment\b|(?:оставить|добавить|залишити|додати) (?:комментарий|коментар)|\d+ (?:comments?|комментари\w*|коментар\w*)\s*$"),
)  # fmt: skip

# Anywhere, outside quotation marks, in lower case.
PHRASES: dict[str, tuple[str, ...]] = {
    "newsletter": (
        "in your inbox", "to your inbox", "in your mailbox", "never miss", "hand-picked", "you will receive", "sign up", "it costs nothing", "straight to your", "free trial", "for subscribers", "your email",
        "вашей почт", "на почту", "никакого спама", "это бесплатно", "ваш e-mail", "только подписчикам", "вашій скрин", "вашій пошт", "поштою", "це безкоштовно", "це безплатно", "лише передплатникам", "в соцсетях", "у соцмережах",
    ),
    "donation": (
        "support us", "your support", "our journalism", "our newsroom", "our reporters", "our journalists", "our work", "our reporting", "independent journalism", "readers like you", "as little as", "no paywall", "standing with us", "make a gift", "your donation",
        "поддержите нас", "вашим пожертв", "помогите редакции", "ваша помощь", "ваша поддержка", "такие как вы", "независимая журналистика", "нашу работу", "даже 100", "підтримайте нас", "вашим внескам", "ваша підтримка", "допоможіть нам", "ваша допомога", "такі як ви", "незалежну журналістику", "незалежна журналістика", "журналістика коштує",
    ),
    "letter": ("we need your help", "thank you for reading", "thank you for being", "спасибо, что вы", "дякуємо, що ви", "остаетесь с нами", "наших читател", "наших читач"),
    "privacy": ("privacy policy", "by clicking", "by choosing", "by continuing", "use of cookies", "use cookies", "uses cookies", "third parties", "terms of service", "политикой", "обработку персональных", "обработку моих", "файлы cookie", "файли cookie", "обробку", "політику конф", "у будь-який час", "в любое время"),
    "player": ("your browser does not support", "ваш браузер", "enable javascript", "включите javascript", "увімкніть javascript"),
    "correction": ("ctrl+enter", "ctrl + enter", "выделите", "виділіть"),
    "copyright": ("all rights reserved", "reproduction in whole", "may not be republished", "may not be reproduced", "активная гиперссылк", "гіперпосилан", "все права", "усі права", "всі права", "передрук", "перепечатка", "копирование запрещено", "письменного согласия", "письмовою згодою", "не совпадать с", "не збігатися з", "свидетельство о регистр", "иностранным агентом либо"),
    "comments": ("in the comments", "в комментариях", "у коментарях", "to comment", "чтобы комментировать", "щоб коментувати"),
    "author": ("all articles", "все материалы автора", "усі матеріали", "всі матеріали", "все статьи", "усі статті", "is a reporter", "is a staff writer", "has reported from", "min read", "отдела", "відділу"),
    "advertisement": ("article continues", "story continues", "после рекламы", "після реклами", "на правах реклам"),
}  # fmt: skip

CREDIT_WORDS = frozenset(
    [
        "photo",
        "image",
        "picture",
        "illustration",
        "photograph",
        "handout",
        "credit",
        "source",
        "file",
        "фото",
        "фотография",
        "світлина",
        "иллюстрация",
        "ілюстрація",
        "источник",
        "джерело",
        "ap",
        "afp",
        "getty",
        "reuters",
        "epa",
    ]
)
"""Without one of these, "/" or "©" there is no need to look for a credit."""

CREDITS: tuple[re.Pattern[str], ...] = (
    re.compile(
        r"^\W?(?:Photo|Image|Picture|Illustration|File photo|Фото|Фотография|Світлина|Иллюстрация|Ілюстрація)(?: credit)?\s*(?:[:/|©,]|by\b|из\b|з\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[.!?»”\"(\[]\s*)\(?(?:Photo|Image|Photograph|Picture|Handout|Credit|Source|File|Фото|Світлина|Иллюстрация|Ілюстрація|Источник|Джерело)\s*(?::|by\b|©|(?-i:[А-ЯІЇЄҐ])\w+ (?-i:[А-ЯІЇЄҐ])\w+)",
        re.IGNORECASE,
    ),
    re.compile(r"[.!?]\s?/\s?[A-ZА-ЯІЇЄҐ][^.]{2,60}$"),  # "... in Sulina./ A. Name / Agency"
    re.compile(
        r"(?:^|\s|\()\(?[A-Z][\w.]+(?: [A-Z][\w.]+)? ?/ ?(?:Reuters|REUTERS|AP|AFP|Getty|TASS|EPA|EPA-EFE|Shutterstock|Press Association|PA)\b[^.]*$"
    ),
    re.compile(r"\((?:AP Photo|[^()]{2,40}(?:via )?(?:AFP|AP|Getty|Reuters|EPA)\b)[^()]*\)\W*$"),
    re.compile(r"[\w.»] © ?[A-ZА-ЯІЇЄҐ]"),
    re.compile(r"(?:Reuters|EPA|AFP|AP|Getty)\s?/\s?\w+(?: \w+)?$"),
)
"""Who took the picture, at the beginning or at the end."""

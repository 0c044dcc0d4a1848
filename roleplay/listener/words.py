"""Text to words: one spelling for what people type in many, and the parts of a message.

Case, punctuation, apostrophes, fillers, false starts and the commonest chat and dialect spellings are folded away, so that
they cannot change what is read. Everything here is linear in the length of the text, which is capped first.
"""
# ruff: noqa: E501 - a table with one row a line

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

CAP = 1600
"""Letters read of a message: more than anyone says in one breath. The beginning and the end are kept."""
LONGEST = 40
"""Letters kept of one word."""

_QUOTES = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?")
_END = re.compile(r"(?<=[.!?;:…])[\"')\]]*\s+|\n+|\s+-+\s+")
_LAUGH = re.compile(r"(?:ha){2,}h?|lol+|lmao|haha\w*")

_RESPELLED = {
    line.split()[0]: " ".join(line.split()[1:])
    for line in """
    u you|ya you|ye you|yer your|ur your|r are|yr your|youse you|yous you|yall you|yalls your|yous you|ure youre|urs yours
    yere youre|yeve youve|yed youd|yell youll|yis you|uve youve|ud youd|ull youll
    tae to|wid would|wud would|wld would|cud could|cld could|shd should|shud should|didnae didnt|dinnae dont|cannae cant|isnae isnt
    wasnae wasnt|havenae havent|wouldnae wouldnt|couldnae couldnt|naebody nobody|nae no|gie give|gies give|wee small|aboot about
    oot out|doon down|noo now|ma maam|yersel yourself|cos because|cuz because|coz because|bc because|pls please|plz please
    thx thanks|ty thanks|tho though|thru through|prob probably|probs probably|probly probably|prolly probably|def definitely
    tmrw tomorrow|tmw tomorrow|tomoro tomorrow|2moro tomorrow|2day today|wk week|wks weeks|mths months|yrs years|min minute|mins minutes
    sec second|secs seconds|hr hour|hrs hours|mon monday|tue tuesday|tues tuesday|wed wednesday|weds wednesday|thu thursday
    thur thursday|thurs thursday|fri friday|w with|wi with|abt about|b4 before|gr8 great|im im|gonna going to
    gunna going to|gona going to|wanna want to|gotta got to|lemme let me|gimme give me|dunno dont know|kinda kind of|sorta sort of
    fixin fixing|goin going|doin doing|thinkin thinking|callin calling|tryin trying|sellin selling|nothin nothing
    somethin something|anythin anything|wantin wanting|lookin looking|gettin getting|havin having|sayin saying|askin asking
    aint isnt|innit isnt it|init isnt it|didja did you|whatre what are|whats what is|hows how is|wheres where is|whos who is
    whens when is|thats that is|its it is|theres there is|lets let us|heres here is|whatd what did|howd how did|whyd why did
    hes he is|shes she is|y why|dyou do you|dya do you|cant cannot|ok okay|k okay|kk okay|yep yes|yup yes|yeah yes|yea yes|yah yes
    aye yes|ja yes|haan yes|nah no|nope no|naw no|hiya hi|howya hi|hey hi|hello hi|gday hi|mornin morning|madam maam|mam maam
    organisation organization|apologise apologize|apologies apology|realise realize|recognise recognize|summarise summarize
    colour color|favour favor|honour honor|behaviour behavior|neighbour neighbor|centre center|programme program|cheque check
    specialise specialize|optimise optimize|organised organized|mum mom|licence license|grey gray|tyre tire|tyres tires
    theyre they are|weve we have|couldve could have|wouldve would have|shouldve should have|mightve might have
    """.replace("\n", "|").split("|")
    if line.strip()
}
_FILLERS_WORDS = """
um uh er erm umm uhh hmm hm mm mmm ah oh eh em ehm och lol haha ha na abeg arra
"""
FILLERS = frozenset(_FILLERS_WORDS.split())

_STOP_WORDS = """
a an the and or but so of to in on at for from with by as it is its it's that this these those there here he she
they them we us our i im me my mine you your youre youve youd youll yours be been being was were are am do does did
done dont doesnt didnt have has had havent hasnt not no yes if then than too very just only also can could would
should will may might must shall cannot couldnt wouldnt wont isnt arent wasnt werent up down out off over about into
what which who whom how why when where all any some more most such own same okay well now really actually right get
got let go one thing things going know said say says like want need think lot bit much many still even ever sir maam
mate yeah hi thanks thank please sorry ive id ill hes shes theyre theyve weve were because while though their his
her him myself yourself anything something nothing everything is
"""
STOP = frozenset(_STOP_WORDS.split())

_GREETING_WORDS = """
hi morning afternoon evening good dear hullo hola namaste okay right so well now look listen and yes
"""
_GREETING = frozenset(_GREETING_WORDS.split())
_PREFACES = (
    "just wondering", "i was just wondering", "i was wondering", "just curious", "out of curiosity", "if you dont mind me asking", "if i may",
    "if i may ask", "quick question", "a quick question", "one quick question", "may i ask", "can i ask", "could i ask", "can i just ask",
    "sorry to bother you", "forgive me for asking", "if its okay to ask", "honest question", "genuine question", "just quickly",
    "before i forget", "with respect", "can i be honest", "to be honest", "if that is okay", "im just wondering", "just checking",
    "if it is okay to ask", "if you dont mind my asking", "sorry", "excuse me", "pardon me", "please",
    "well", "okay", "right", "look", "honestly", "to be fair", "and",
)  # fmt: skip
_VOCATIVE = re.compile(
    r"((?:(?:good )?(?:hi|hello|hey|morning|afternoon|evening|hiya|day)(?: there)?,? )?)((?:(?:mr|mrs|ms|miss|dr)\.? )?)([^\W\d_]{2,12})(?:(,) | (?!(?:from|here|at|with|calling|speaking) ))",
    re.IGNORECASE,
)
_NO_NAMES_WORDS = """
fine great true cool lovely sounds makes nine ten eleven brilliant perfect understood noted free cheap dear busy
swamped look listen honestly frankly anyway apart fourteen twenty thirty forty fifty hundred three four five six
seven eight two one eh ah oh um uh aye ja haha lol god jesus christ ouch yikes thank cheers congratulations done
surely grand sweet righto obviously clearly sadly luckily doctor chef shame wow energy in after before since last
first second third same such those every each between during without under given bye goodbye take come send call see
"""
_NO_NAMES = STOP | _GREETING | frozenset(_NO_NAMES_WORDS.split())
_PREFACES_BY: dict[str, list[tuple[str, ...]]] = {}
for _preface in sorted((tuple(preface.split()) for preface in _PREFACES), key=len, reverse=True):
    _PREFACES_BY.setdefault(_preface[0], []).append(_preface)


@lru_cache(maxsize=4096)
def clip(text: str) -> str:
    """The text in one form of Unicode, without control characters, its middle left out where it is too long."""
    if len(text) > CAP:
        text = f"{text[: CAP // 2]} {text[-CAP // 2 :]}"
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    text = "".join(c if c == "\n" or unicodedata.category(c)[0] != "C" else " " for c in text[: 2 * CAP])
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


def words_of(text: str) -> list[str]:
    """The words as folded: `"Um, d'you reckon it's..."` gives `["do", "you", "reckon", "it", "is"]`."""
    return list(_folded(text))


@lru_cache(maxsize=4096)
def _folded(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for match in _WORD.finditer(text.casefold()):
        word = match.group().replace("'", "")[:LONGEST]
        if word in FILLERS or _LAUGH.fullmatch(word):
            continue
        found.extend(_RESPELLED.get(word, word).split())
    return tuple(_without_repeats(found))


def spans_of(text: str) -> list[tuple[str, int, int]]:
    """Each word as written, without case and apostrophes, with where it begins and ends."""
    return [(m.group().casefold().replace("'", ""), m.start(), m.end()) for m in _WORD.finditer(text)]


def _without_repeats(words: list[str]) -> list[str]:
    """False starts folded: "are you are you still" is "are you still"."""
    kept: list[str] = []
    for word in words:
        kept.append(word)
        for size in (3, 2, 1):
            if len(kept) >= 2 * size and kept[-size:] == kept[-2 * size : -size]:
                del kept[-size:]
                break
    return kept


def sentences_of(text: str) -> list[str]:
    """The text cut at its full stops, question marks, line ends and dashes; parts without a word are left out."""
    return [part for part in _END.split(text) if part and _WORD.search(part)]


def is_no_name(word: str) -> bool:
    """Whether a word that stands where a name might is a common one."""
    return word in _NO_NAMES


def without_name(text: str) -> str:
    """The text without a name in front, with or without a greeting.

    A greeting alone stays, and words that are no names, and the caller's own: "Hi, Ana from Northlight."
    """
    found = _VOCATIVE.match(text)
    if not found or len(text) - found.end() < 8:
        return text
    greeting, title, name, comma = found.groups()
    is_name = name.casefold() not in _NO_NAMES and (comma or (greeting and name[0].isupper() and not text.isupper()))
    return text[found.end() :] if title or is_name else text


def without_preface(words: Sequence[str]) -> list[str]:
    """The words without a polite preface in front; never empty."""
    rest = list(words)
    changed = True
    while changed and len(rest) > 2:
        changed = False
        for preface in _PREFACES_BY.get(rest[0], ()):
            if tuple(rest[: len(preface)]) == preface and len(rest) - len(preface) >= 2:
                rest, changed = rest[len(preface) :], True
                break
    return rest


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word without its commonest endings: enough to match "invoices" and "invoicing" with "invoice"."""
    for ending in (
        "ations",
        "ation",
        "ingly",
        "edly",
        "ings",
        "ing",
        "ies",
        "ied",
        "ers",
        "er",
        "ed",
        "es",
        "ly",
        "s",
        "e",
        "y",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            base = word[: -len(ending)]
            return base[:-1] if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "ls" else base
    return word


def content(words: Sequence[str]) -> list[str]:
    """The stems of the words that carry meaning."""
    return [stem(word) for word in words if word not in STOP and len(word) > 1]

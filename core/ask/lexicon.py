"""Words in which people ask, and what they mean to a filter: classes, what became of them, sizes, places, certainty."""

from __future__ import annotations

from collections.abc import Mapping

from ..schema import Certainty, ReviewStatus, Transition


def _spelt(**meanings: str) -> dict[str, str]:
    """Return the meaning of each word of lists such as ``building="house home"``."""
    return {
        word.replace("_", " "): meaning.replace("_", " ")
        for meaning, words in meanings.items()
        for word in words.split()
    }


SYNONYMS: Mapping[str, str] = _spelt(
    building="house home roof villa cottage bungalow shed barn hut warehouse factory mansion residence structure hall "
    "building built-up",
    road="street lane highway path track driveway road",
    vegetation="tree forest wood woodland bush plant greenery green shrub vegetation",
    water="pond lake river reservoir pool water",
    bare_ground="soil earth bare_ground",
    change="change",
)
"""One of the usual classes by what people call it, in the singular."""

TRANSITIONS: Mapping[str, str] = {
    **dict.fromkeys(
        "gone removed demolished destroyed disappeared disappear disappearing disappears vanished lost loss missing "
        "razed demolition demolitions cleared levelled leveled dismantled losses losing vanish removal".split(),
        Transition.DISAPPEARED.value,
    ),
    **dict.fromkeys(
        "new built appeared appear appearing appears added constructed erected gained gain gains newly construction "
        "emerged built-new addition additions".split(),
        Transition.APPEARED.value,
    ),
    "torn down": Transition.DISAPPEARED.value,
    "knocked down": Transition.DISAPPEARED.value,
    "pulled down": Transition.DISAPPEARED.value,
    "no longer there": Transition.DISAPPEARED.value,
    "put up": Transition.APPEARED.value,
}

CERTAINTIES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("sure", "certain", "confident", "reliable", "definite", "certainly"), (Certainty.SURE.value,)),
    **dict.fromkeys(("likely", "probable", "probably"), (Certainty.LIKELY.value,)),
    **dict.fromkeys(
        ("doubtful", "uncertain", "unsure", "unreliable", "questionable", "dubious"), (Certainty.DOUBTFUL.value,)
    ),
    **dict.fromkeys(
        ("at least likely", "likely or better", "likely and better", "likely or more"),
        (Certainty.SURE.value, Certainty.LIKELY.value),
    ),
}

REVIEWS: Mapping[str, str] = {
    "accepted": ReviewStatus.ACCEPTED.value,
    "confirmed": ReviewStatus.ACCEPTED.value,
    "rejected": ReviewStatus.REJECTED.value,
    "edited": ReviewStatus.EDITED.value,
    "unreviewed": ReviewStatus.NONE.value,
    "not reviewed": ReviewStatus.NONE.value,
    "not yet reviewed": ReviewStatus.NONE.value,
    "not looked at": ReviewStatus.NONE.value,
}

UNITS: Mapping[str, float] = {
    **dict.fromkeys(("m2", "m²", "sqm", "sq m", "square metre", "square metres", "square meter", "square meters"), 1.0),
    **dict.fromkeys(("ha", "hectare", "hectares"), 1e4),
    **dict.fromkeys(("km2", "km²", "sq km", "square kilometre", "square kilometres", "square kilometer"), 1e6),
    "square kilometers": 1e6,
    **dict.fromkeys(("acre", "acres", "ac"), 4046.8564224),
    **dict.fromkeys(("ft2", "ft²", "sqft", "sq ft", "square foot", "square feet"), 0.09290304),
    **dict.fromkeys(("yd2", "yd²", "sq yd", "square yard", "square yards"), 0.83612736),
}
"""m² of one unit of area (the international foot, yard and acre)."""

NUMBERS: Mapping[str, float] = {
    word: float(number)
    for number, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"twenty": 20.0, "fifty": 50.0, "hundred": 100.0, "dozen": 12.0, "half": 0.5}

COMPARISONS: Mapping[str, str] = {
    **dict.fromkeys(
        ("larger than", "bigger than", "greater than", "more than", "over", "above", "exceeding", "exceeds", "exceed"),
        ">",
    ),
    **dict.fromkeys(("at least", "minimum", "no less than", "not less than", "no smaller than", "no fewer than"), ">="),
    **dict.fromkeys(("not smaller than", "minimum of", "a minimum of", "from"), ">="),
    **dict.fromkeys(("smaller than", "less than", "under", "below", "fewer than", "lower than"), "<"),
    **dict.fromkeys(("at most", "maximum", "no more than", "not more than", "up to", "no larger than"), "<="),
    **dict.fromkeys(("not larger than", "not bigger than", "no bigger than", "maximum of", "a maximum of"), "<="),
    "exactly": "=",
    **{sign: sign for sign in (">", "<", ">=", "<=", "=")},
}
TRAILING: Mapping[str, str] = {
    **dict.fromkeys(("or more", "or larger", "or bigger", "or above", "or over", "and more", "and up"), ">="),
    **dict.fromkeys(("or less", "or smaller", "or under", "or below", "or fewer"), "<="),
}
"""Comparisons that follow their number: ``200 m² or more``."""

POINTS: Mapping[str, str] = {
    **{word: word for word in ("north", "east", "south", "west")},
    **{f"{word}ern": word for word in ("north", "east", "south", "west")},
    **{
        spelt: f"{one}-{two}"
        for one in ("north", "south")
        for two in ("east", "west")
        for spelt in (f"{one}-{two}", f"{one}{two}", f"{one} {two}")
    },
    **{
        spelt: f"{one}-{two}"
        for one in ("north", "south")
        for two in ("east", "west")
        for spelt in (f"{one}-{two}ern", f"{one}{two}ern", f"{one} {two}ern", f"{one}ern {two}ern")
    },
    **dict.fromkeys(("centre", "center", "central", "middle"), "centre"),
}
CAPITALS: Mapping[str, str] = {
    "N": "north", "E": "east", "S": "south", "W": "west",
    "NE": "north-east", "SE": "south-east", "SW": "south-west", "NW": "north-west",
}  # fmt: skip
PARTS: Mapping[str, tuple[str, ...]] = {
    "north": ("north", "north-east", "north-west"),
    "east": ("east", "north-east", "south-east"),
    "south": ("south", "south-east", "south-west"),
    "west": ("west", "north-west", "south-west"),
}
"""Places that lie in a quarter of the compass: who asks for the north means the north-east, too."""

MONTHS: Mapping[str, int] = {
    **{
        name: number
        for number, name in enumerate(
            "january february march april may june july august september october november december".split(), start=1
        )
    },
    **{name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)},
}

LARGEST = frozenset({"largest", "biggest", "greatest", "top"})
SMALLEST = frozenset({"smallest", "tiniest"})
NEGATIONS: tuple[str, ...] = (
    "except for", "except", "excluding", "without", "other than", "but not", "and not", "not", "no", "isn't", "aren't",
    "non", "outside of", "outside",
)  # fmt: skip
ALTERNATIVES = frozenset({"or", "either"})
JOINS = frozenset({"and", "but", ",", ";", "&", "plus"})

MENTIONS = frozenset({"mentioning", "mention", "mentions", "saying", "say", "says"})
IDLE = frozenset(
    "a an the of in on at to for from with within inside into by is are was were be been has have had do does did done "
    "that which who what where when there their its it this these those me us i we you please show list find give tell "
    "see get display select all any every each site sites place places area areas ground spot spots location locations "
    "total sum overall how many much number count together altogether part parts side quarter half corner end region "
    "can could would should than as so also only just then now change changed changes happened happening occurred "
    "size sized large-scale cover covers covering located lie lies lying found which's whose want need about ones one "
    "thing things everything near nearby close next "
    "something anything them they it's map result object objects both between since during got get gets certainty "
    "anywhere somewhere".split()
)
"""Words that carry no condition."""
SIZED = frozenset("large big huge larger bigger massive small tiny little smaller minor".split())
"""Of the vague words those that a size says better: “tiny changes below 50 m²”."""
VAGUE: Mapping[str, str] = {
    **dict.fromkeys(
        ("large", "big", "huge", "larger", "bigger", "massive"), "say from what size, such as larger than 500 m²"
    ),
    **dict.fromkeys(
        ("small", "tiny", "little", "smaller", "minor"), "say up to what size, such as smaller than 100 m²"
    ),
    **dict.fromkeys(("recent", "recently", "lately"), "say since when, such as since 2020"),
    **dict.fromkeys(("few", "several", "some", "many", "most"), "say how many, such as at least 3 buildings"),
}
"""Words that mean something, but not how much, and what to say in their place."""

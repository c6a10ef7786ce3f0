"""The words of schema.org (release 30) that this site uses, and a check of data against them.

For each type: what search engines require, what they recommend or the design promises, and what
else may be said.
"""

CONTEXT = "https://schema.org"
_WEB_PAGE = (
    {"name", "description", "url", "author", "dateModified", "datePublished"},
    {"image", "inLanguage", "isPartOf", "publisher"},
    {"citation", "lastReviewed", "mainEntity", "reviewedBy"},
)
TYPES = {
    "WebPage": _WEB_PAGE,
    "MedicalWebPage": (_WEB_PAGE[0], {*_WEB_PAGE[1], "about", "audience"}, _WEB_PAGE[2]),
    "FAQPage": ({"mainEntity"}, set(), set()),
    "Question": ({"name", "acceptedAnswer"}, set(), set()),
    "Answer": ({"text"}, set(), set()),
    "BreadcrumbList": ({"itemListElement"}, set(), set()),
    "ListItem": ({"position", "name", "item"}, set(), set()),
    "WebSite": ({"name", "url"}, set(), {"@id", "alternateName", "inLanguage", "publisher"}),
    "MedicalClinic": (
        {"name", "url"},
        set(),
        {"@id", "address", "availableService", "image", "potentialAction", "telephone"},
    ),
    "MedicalTherapy": ({"name"}, set(), set()),
    "ReserveAction": ({"target"}, set(), set()),
    "Organization": ({"name"}, set(), set()),
    "Person": ({"name"}, {"description"}, set()),
    "Patient": (set(), set(), set()),
    "CreativeWork": ({"name"}, set(), {"datePublished", "url"}),
}


def mistakes_in(data, *, is_top=True):
    """What is wrong with structured data, in words; what it holds is looked at as well."""
    kind = data.get("@type")
    if kind not in TYPES:
        return [f"{kind} is no type of ours"]
    required, recommended, optional = TYPES[kind]
    names = set(data) - {"@type", *(["@context"] if is_top else [])}
    found = [f"{kind} lacks {name}" for name in sorted(required - names)]
    found += [f"{kind} has {name}" for name in sorted(names - required - recommended - optional)]
    if is_top and data.get("@context") != CONTEXT:
        found.append(f"{kind} has no context")
    return found + [
        mistake for name, value in data.items() for mistake in _in_value(f"{kind}.{name}", value)
    ]


def _in_value(name, value):
    if isinstance(value, list) and value:
        return [mistake for part in value for mistake in _in_value(name, part)]
    if isinstance(value, dict):
        return mistakes_in(value, is_top=False)
    if value in ("", None, []):
        return [f"{name} is empty"]
    return [f"{name} is a placeholder"] if str(value).startswith("[") else []


def missing_recommended(data):
    return TYPES[data["@type"]][1] - set(data)

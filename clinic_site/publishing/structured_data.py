"""What a page tells search engines about itself, in the words of schema.org.

Nothing is said that is not known: a property without a value is left out.
"""

from clinic_site.profile.models import SITE_TITLE

from .cards.keeping import card_of

CONTEXT = "https://schema.org"
# The widest that is true of every clinic with this site; Physiotherapy would be true of some.
CLINIC_TYPE = "MedicalClinic"
MEDICAL_PAGE = "MedicalWebPage"
SUBJECT = {"@type": "MedicalTherapy", "name": "Dry needling"}
# As each page says.
AUTHOR = {"@type": "Organization", "name": "The team of this website"}


def clinic_data(request, clinic):
    """The clinic, once it has given what search engines require: its name and its address."""
    name, address = clinic.filled_in("name"), clinic.filled_in("address")
    if not (name and address):
        return {}
    booking = {"@type": "ReserveAction", "target": clinic.booking_url}
    data = {
        "@context": CONTEXT,
        **_clinic(request, clinic),
        "address": ", ".join(address.split("\n")).replace("\r", ""),
        "telephone": clinic.filled_in("telephone"),
        "image": _card_url(request, None, clinic),
        "availableService": SUBJECT,
        "potentialAction": booking if clinic.booking_url else None,
    }
    return _without_empty(data)


def web_site(request, clinic):
    """The site, for home. No SearchAction: no search engine shows a search box for it any more."""
    clinic_name = clinic.filled_in("name")
    data = {
        "@context": CONTEXT,
        **_site(request, clinic),
        "alternateName": SITE_TITLE if clinic_name else None,
        "inLanguage": "en",
        "publisher": _clinic(request, clinic),
    }
    return _without_empty(data)


def web_page(request, item, clinic, sign_off, references=()):
    """An item as a page of its type; a review is stated only while it holds."""
    data = {
        "@context": CONTEXT,
        "@type": item.schema_type,
        "name": item.title,
        "description": item.summary,
        "url": request.build_absolute_uri(item.get_absolute_url()),
        "image": _card_url(request, item, clinic),
        "inLanguage": "en",
        "datePublished": item.published_at and item.published_at.isoformat(),
        "dateModified": item.last_changed_at and item.last_changed_at.isoformat(),
        "author": AUTHOR,
        "publisher": _clinic(request, clinic),
        "isPartOf": _site(request, clinic),
        **(_medical() if item.schema_type == MEDICAL_PAGE else {}),
        "mainEntity": item.main_entity(),
        **(_review(sign_off) if sign_off else {}),
        "citation": [_source(reference) for reference in references],
    }
    return _without_empty(data)


def breadcrumb_list(request, trail):
    """The way from home to a page; `trail` is a list of (title, URL)."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": title,
                "item": request.build_absolute_uri(url),
            }
            for position, (title, url) in enumerate([("Home", "/"), *trail], start=1)
        ],
    }


def defined_term_set(request, terms):
    """The words of the glossary as DefinedTermSet, each at its place on this page."""
    address = request.build_absolute_uri(request.path)
    return {
        "@context": CONTEXT,
        "@type": "DefinedTermSet",
        "name": "Words explained",
        "url": address,
        "inLanguage": "en",
        "hasDefinedTerm": [_defined_term(term, address) for term in terms],
    }


def _defined_term(term, address):
    data = {
        "@type": "DefinedTerm",
        "name": term.term,
        "alternateName": term.other_spellings,
        "description": term.meaning,
        "url": f"{address}#{term.slug}",
        "inDefinedTermSet": address,
    }
    return {key: value for key, value in data.items() if value}


def faq_page(questions):
    """Questions with their short answers as FAQPage; nothing while there are none."""
    entities = [question_data(question) for question in questions]
    return entities and {"@context": CONTEXT, "@type": "FAQPage", "mainEntity": entities}


def question_data(question):
    """A question with its short answer. No QAPage: that is for answers that readers give."""
    return {
        "@type": "Question",
        "name": question.title,
        "acceptedAnswer": {"@type": "Answer", "text": question.short_answer},
    }


def _clinic(request, clinic):
    """The clinic in a few words, nothing without a name."""
    name, home = clinic.filled_in("name"), request.build_absolute_uri("/")
    return name and {"@type": CLINIC_TYPE, "@id": f"{home}#clinic", "name": name, "url": home}


def _site(request, clinic):
    home = request.build_absolute_uri("/")
    name = clinic.filled_in("name") or SITE_TITLE
    return {"@type": "WebSite", "@id": f"{home}#website", "name": name, "url": home}


def _medical():
    return {"about": SUBJECT, "audience": {"@type": "Patient"}}


def _review(sign_off):
    reviewer = {
        "@type": "Person",
        "name": sign_off.reviewer_name,
        "description": sign_off.credentials,
    }
    return {"lastReviewed": sign_off.signed_on.isoformat(), "reviewedBy": reviewer}


def _source(reference):
    data = {
        "@type": "CreativeWork",
        "name": reference.title,
        "url": reference.link,
        "datePublished": reference.year and str(reference.year),
    }
    return _without_empty(data)


def _card_url(request, subject, clinic):
    return request.build_absolute_uri(card_of(subject, clinic).url)


def _without_empty(data):
    return {key: value for key, value in data.items() if value}

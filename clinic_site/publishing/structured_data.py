"""What a page tells search engines about itself, in the words of schema.org."""

from clinic_site.profile.models import PLACEHOLDER

CONTEXT = "https://schema.org"


def clinic_data(request, clinic):
    """The clinic as MedicalClinic; what it has not filled in yet is left out."""
    details = {"name": clinic.name, "telephone": clinic.telephone, "address": clinic.address}
    return {
        "@context": CONTEXT,
        "@type": "MedicalClinic",
        "url": request.build_absolute_uri("/"),
        **{key: value for key, value in details.items() if not PLACEHOLDER.match(value)},
    }


def web_page(request, item, clinic, sign_off):
    """An item as MedicalWebPage; a review is stated only while it holds."""
    data = {
        "@context": CONTEXT,
        "@type": "MedicalWebPage",
        "name": item.title,
        "description": item.summary,
        "url": request.build_absolute_uri(item.get_absolute_url()),
        "inLanguage": "en",
        "datePublished": item.published_at.isoformat() if item.published_at else None,
        "dateModified": item.last_changed_at.isoformat() if item.last_changed_at else None,
        "publisher": clinic_data(request, clinic),
    }
    if sign_off:
        data["lastReviewed"] = sign_off.signed_on.isoformat()
        data["reviewedBy"] = {"@type": "Person", "name": sign_off.reviewer_name}
    return {key: value for key, value in data.items() if value is not None}


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
    """Questions with their short answers as FAQPage."""
    return {
        "@context": CONTEXT,
        "@type": "FAQPage",
        "mainEntity": [
            {
                "@type": "Question",
                "name": question.title,
                "acceptedAnswer": {"@type": "Answer", "text": question.short_answer},
            }
            for question in questions
        ],
    }

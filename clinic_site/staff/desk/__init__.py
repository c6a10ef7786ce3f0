"""The desk: what needs somebody of the staff today."""

from . import clinic, plans, reviews, searches, texts

# Each is a function of a user and a moment; it returns a Section, empty when there is nothing.
SECTIONS = (
    plans.missed,
    reviews.overdue,
    texts.failing,
    clinic.placeholders,
    texts.drafts,
    plans.coming,
    reviews.due,
    searches.found_nothing,
    searches.not_opened,
    reviews.unsigned,
)


def desk_of(user, at):
    """The sections with something for this user, the most pressing first."""
    sections = [section(user, at) for section in SECTIONS]
    return [section for section in sections if section.count or section.note]

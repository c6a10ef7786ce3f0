"""Which live texts break a rule of check_content, found out a few texts at a time."""

from functools import cache
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Subquery

from clinic_site.publishing import proofreading, texts
from clinic_site.publishing.facts import current_facts
from clinic_site.publishing.proofreading.one_text import check_text

from .models import TextCheck

# One text takes about 16 ms; whoever opens the desk waits for these.
AT_ONCE = 20


def failing_now(items, at):
    """The items whose live text is known to break a rule, with how often and the first time."""
    broken = _checks_of(items).filter(errors__gt=0)
    return (
        items.dated(at)
        .filter(Exists(broken))
        .annotate(
            errors=Subquery(broken.values("errors")[:1]),
            first_error=Subquery(broken.values("first_error")[:1]),
        )
    )


def check_some(models, at):
    """Checks texts that nobody checked since they or the rules changed; returns how many wait."""
    waiting = [_unchecked(model.objects.all(), at) for model in models]
    left = sum(items.count() for items in waiting)
    if left:
        chosen = [item for items in waiting for item in items[:AT_ONCE]][:AT_ONCE]
        _check(chosen)
        left -= len(chosen)
    return left


def _unchecked(items, at):
    return items.dated(at).filter(~Exists(_checks_of(items)))


def _checks_of(items):
    """The check of each item in a query, as long as it holds."""
    return TextCheck.objects.for_model(items.model).filter(
        object_id=OuterRef("pk"),
        words_digest=OuterRef("words_digest"),
        related=OuterRef("related"),
        rendered_with=OuterRef("rendered_with"),
        rules=_rules_digest(),
    )


def _check(items):
    facts = current_facts()
    for item in items:
        findings = check_text(type(item), texts.to_text(item), facts)
        errors = [found.message for found in findings if found.is_error]
        TextCheck.objects.update_or_create(
            content_type=ContentType.objects.get_for_model(item),
            object_id=item.pk,
            defaults={
                "words_digest": item.words_digest,
                "related": item.related,
                "rendered_with": item.rendered_with,
                "rules": _rules_digest(),
                "errors": len(errors),
                "first_error": errors[0] if errors else "",
            },
        )


@cache
def _rules_digest():
    sources = sorted(Path(proofreading.__file__).parent.glob("*.py"))
    return texts.digest("\0".join(source.read_text(encoding="utf-8") for source in sources))

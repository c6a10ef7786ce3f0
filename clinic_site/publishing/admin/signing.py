"""A clinician reads a text, live or draft, and signs it off."""

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.utils import timezone

from .. import editing, texts
from ..models import SignOff
from ..problems import TextError
from .comparing import changes
from .item_pages import back_to, item_page
from .reading import find_revision, reading
from .saved_texts import sign_offs_with_texts
from .signing_form import SignOffForm

# Every page is checked once a year.
UNTIL_NEXT_REVIEW = timedelta(days=365)


def sign_off(admin, request, item):
    revision = _revision(item, request.POST.get("revision") or request.GET.get("revision"))
    form = SignOffForm(request.POST or None, item=item, initial=_first_values(request.user))
    if form.is_valid() and _sign_off(admin, request, item, form):
        return back_to(admin, request, item)
    context = {
        "revision": revision,
        "form": form,
        "is_author": editing.is_barred_author(item, revision=revision, user=request.user),
        **_to_read(item, revision),
        **_place(item, revision),
        **_since_last_sign_off(item, revision),
    }
    return item_page(admin, request, item, "sign_off.html", f"Sign off “{item}”", **context)


def _revision(item, number):
    revision = find_revision(item, number) if number else item.latest_revision
    if revision.is_conflict:
        raise Http404("A text that was set aside is no text of the page.")
    return revision


def _first_values(reviewer):
    last = SignOff.objects.filter(reviewer=reviewer).order_by("pk").last()
    return {
        "credentials": last.credentials if last else "",
        "due_on": timezone.localdate() + UNTIL_NEXT_REVIEW,
    }


def _to_read(item, revision):
    text = reading(type(item), revision.text)
    return text | {"digest": texts.words_digest(text["shown"]) if "shown" in text else ""}


def _place(item, revision):
    """Whether these words are what readers see, planned or neither, and whether newer ones wait."""
    words = texts.words_of(revision.text)
    return {
        "is_live": item.state == "Live" and words == texts.words_of(texts.to_text(item)),
        "hides_unsigned": not settings.SHOW_UNSIGNED_PAGES,
        "plan": _plan_for(item, words),
        "is_newest": words == texts.words_of(item.latest_revision.text),
    }


def _plan_for(item, words):
    plans = item.publications.not_yet(timezone.now()).exclude(revision=None)
    planned = plans.select_related("revision")
    return next((plan for plan in planned if texts.words_of(plan.revision.text) == words), None)


def _since_last_sign_off(item, revision):
    """The last signature under another text or this one, and what is different since."""
    last = sign_offs_with_texts(item).first()
    if last is None:
        return {"last": None}
    signed, words = (texts.words_of(text) for text in (last.revision.text, revision.text))
    return {"last": last, "changes": changes(type(item), signed, words)}


def _sign_off(admin, request, item, form):
    try:
        editing.sign_off(item, reviewer=request.user, **form.cleaned_data)
    except (editing.NotAllowed, TextError) as refusal:
        form.add_error(None, str(refusal))
        return False
    admin.log_change(request, item, "Signed off the text.")
    admin.message_user(request, f"You have signed off “{item}”.", messages.SUCCESS)
    return True

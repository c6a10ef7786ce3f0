"""The steps between a saved draft and its readers: publish, withdraw, take back a plan."""

from contextlib import suppress

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseNotAllowed

from .. import editing, texts
from ..problems import TextError
from ..proofreading.one_text import check_text
from ..registry import published_linking_to
from .item_pages import back_to, item_page, tell, told
from .standing import standing_of
from .when import PublishForm, WhenForm

HAS_ERRORS = "This text was not published, because it has the errors below. Mend them first."
NO_PLAN = "This plan was carried out or taken back already."


def publish(admin, request, item):
    """Puts the text that is shown before readers, now or later; its errors stop that."""
    form = PublishForm(request.POST or None, item=item)
    if form.is_valid() and _publish(admin, request, item, form):
        return back_to(admin, request, item)
    standing = standing_of(item)
    findings = check_text(admin.model, standing.newest.text)
    return item_page(
        admin,
        request,
        item,
        "publish.html",
        f"Publish “{item}”",
        form=form,
        standing=standing,
        change_note=_change_note(admin.model, standing.newest),
        errors=[finding for finding in findings if finding.is_error],
        warnings=[finding for finding in findings if not finding.is_error],
        shows_unsigned=settings.SHOW_UNSIGNED_PAGES,
    )


def _change_note(model, revision):
    with suppress(TextError):
        return texts.read(model, revision.text).values["change_note"]


def _publish(admin, request, item, form):
    revision, at = form.cleaned_data["revision"], form.cleaned_data["at"]
    try:
        _refuse_errors(admin.model, revision)
        editing.publish(item, revision=revision, by=request.user, at=at)
    except (editing.NotAllowed, TextError) as refusal:
        form.add_error(None, str(refusal))
        return False
    if at:
        tell(admin, request, item, f"“{item}” is planned. Readers see this text from {told(at)}.")
    elif item.is_live:
        tell(admin, request, item, f"“{item}” is live. Readers see this text now.")
    else:
        waits = "Readers see it once a clinician has signed it off."
        tell(admin, request, item, f"“{item}” is published. {waits}")
    return True


def _refuse_errors(model, revision):
    if any(finding.is_error for finding in check_text(model, revision.text)):
        raise editing.NotAllowed(HAS_ERRORS)


def withdraw(admin, request, item):
    """Takes the page away from readers, now or later."""
    form = WhenForm(request.POST or None)
    if form.is_valid() and _withdraw(admin, request, item, form.cleaned_data["at"], form):
        return back_to(admin, request, item)
    return item_page(
        admin,
        request,
        item,
        "withdraw.html",
        f"Withdraw “{item}”",
        form=form,
        standing=standing_of(item),
        linking=published_linking_to(item),
    )


def _withdraw(admin, request, item, at, form):
    try:
        editing.withdraw(item, by=request.user, at=at)
    except editing.NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return False
    if at:
        tell(admin, request, item, f"“{item}” will be withdrawn on {told(at)}.")
    else:
        tell(admin, request, item, f"“{item}” is withdrawn. Readers are told that it is gone.")
    return True


class PlanForm(forms.Form):
    def __init__(self, *args, item, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["publication"] = forms.ModelChoiceField(item.publications)


def cancel(admin, request, item):
    """Takes back a plan, by POST only."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    form = PlanForm(request.POST, item=item)
    try:
        _cancel(admin, request, item, form)
    except editing.NotAllowed as refusal:
        admin.message_user(request, str(refusal), messages.ERROR)
    return back_to(admin, request, item)


def _cancel(admin, request, item, form):
    if not form.is_valid():
        raise editing.NotAllowed(NO_PLAN)
    plan = form.cleaned_data["publication"]
    editing.cancel(item, publication=plan)
    tell(admin, request, item, f"The plan for {told(plan.at)} is taken back.")

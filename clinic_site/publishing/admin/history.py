"""Every text of an item that was ever saved; any of them downloaded or made the draft again."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseNotAllowed
from django.utils import timezone

from .. import editing
from ..permissions import may_change
from ..problems import TextError
from .item_pages import back_to, item_page
from .reading import find_revision, is_number
from .saved_texts import saved_texts

TEXTS_A_PAGE = 50
COMPARED = ("old", "new")


def history(admin, request, item):
    page = Paginator(_revisions(item), TEXTS_A_PAGE).get_page(request.GET.get("page"))
    chosen = _chosen(request)
    shown = {revision.pk for revision in page}
    elsewhere = _revisions(item).filter(pk__in=set(chosen.values()) - shown)
    saved = saved_texts(item, [*elsewhere, *page])
    return item_page(
        admin,
        request,
        item,
        "history.html",
        f"History of “{item}”",
        page=page,
        chosen_elsewhere=[text for text in saved if text.revision.pk not in shown],
        saved=[text for text in saved if text.revision.pk in shown],
        may_restore=may_change(request.user, admin.model),
        **(_two_newest(page) | chosen),
    )


def download(admin, request, item):
    """A text as the file that an export would write."""
    number = request.GET.get("revision")
    revision = find_revision(item, number) if number else item.latest_revision
    return HttpResponse(
        revision.text,
        content_type="text/markdown; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{item.slug}.md"',
            "X-Content-Type-Options": "nosniff",
        },
    )


def restore(admin, request, item):
    """Asks nothing, because it only makes a draft."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    revision = find_revision(item, request.POST.get("revision", ""))
    saved = f"{timezone.localtime(revision.created_at):%d %B %Y, %H:%M}"
    try:
        editing.restore(item, revision=revision, by=request.user)
    except TextError as error:
        message = f"The text of {saved} breaks a newer rule, so it was not restored. {error}"
        admin.message_user(request, message, messages.ERROR)
    else:
        message = f"The text of {saved} is the newest draft now. What readers see has not changed."
        admin.message_user(request, message, messages.SUCCESS)
        admin.log_change(request, item, f"Made the text of {saved} the newest draft.")
    return back_to(admin, request, item)


def _revisions(item):
    return item.revisions.select_related("created_by")


def _chosen(request):
    """The texts that were chosen to be compared, maybe on another page of the list."""
    given = {name: request.GET.get(name, "") for name in COMPARED}
    return {name: int(number) for name, number in given.items() if is_number(number)}


def _two_newest(page):
    """What is chosen to begin with."""
    newest = [revision.pk for revision in page if not revision.is_conflict][:2]
    return dict(zip(COMPARED, reversed(newest), strict=True)) if len(newest) == 2 else {}

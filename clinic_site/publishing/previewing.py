"""The editor's preview: a text as readers would see it, and what is wrong with it."""

from django.shortcuts import render as render_template
from django.utils.safestring import mark_safe
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST

from clinic_site.profile.models import ClinicProfile

from .facts import current_facts
from .permissions import may
from .registry import content_models
from .rendering import render


def markdownify(text):
    """A text as readers would see it."""
    return shown(render(text, current_facts()))


@require_POST
@cache_control(no_store=True)
def preview(request):
    """A fragment of HTML in every case, as the editor puts it into its page."""
    if not may_edit(request.user):
        return render_template(request, "markdownx/no_preview.html", status=403)
    rendered = render(request.POST.get("content", ""), current_facts())
    context = {"problems": rendered.problems, "body": shown(rendered)}
    return render_template(request, "markdownx/preview.html", context)


def shown(rendered):
    # Sanitised when it was rendered; the clinic's details are escaped where they are filled in.
    return mark_safe(ClinicProfile.current().fill_in(rendered.html))


def may_edit(user):
    """Whether the editor is open to this user for any kind of page."""
    return any(
        may(user, action, model)
        for model in content_models().values()
        for action in ("add", "change")
    )

"""Uploads from the editor, and the uploaded pictures themselves."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, JsonResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST, require_safe

from .forms import PictureForm
from .keeping import keep
from .stored import type_of

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    # The name is a hash of the content.
    "Cache-Control": "public, max-age=31536000, immutable",
}
LOGGED_OUT = "You are logged out; log in again in another tab, then add the picture."
NOT_ALLOWED = "You may not add pictures; ask a colleague who may."


# The permission is checked before the body is read, so the token is checked after it.
@csrf_exempt
@require_POST
def upload(request):
    if not request.user.is_authenticated:
        return _refusal(LOGGED_OUT, status=403)
    if not (request.user.is_staff and request.user.has_perm("images.add_picture")):
        return _refusal(NOT_ALLOWED, status=403)
    return _keep_upload(request)


@csrf_protect
def _keep_upload(request):
    form = PictureForm(request.POST, request.FILES)
    if not form.is_valid():
        sentences = [sentence for errors in form.errors.values() for sentence in errors]
        return _refusal(" ".join(sentences), status=400)
    picture = keep(form.cleaned_data["image"], **form.description)
    image_code = picture.as_markdown(form.cleaned_data["alt_text"])
    return JsonResponse({"image_code": image_code, "name": picture.name})


@require_safe
def file(request, path):
    try:
        content = default_storage.open(path)
    except FileNotFoundError as error:
        raise Http404("There is no picture of this name.") from error
    return FileResponse(content, content_type=type_of(path), headers=HEADERS)


def _refusal(sentence, *, status):
    return JsonResponse({"error": sentence}, status=status)

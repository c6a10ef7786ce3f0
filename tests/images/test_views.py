"""Who may upload, what is answered, and how pictures are served."""

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse

from clinic_site.images import uploads, views
from clinic_site.images.keeping import keep
from clinic_site.images.models import NO_ALT_TEXT, Picture
from clinic_site.images.uploads import read_picture

from .making import PAGE, SVG, phone_photo, picture, uploaded

ALT_TEXT = "A knee from the side"
UPLOAD = "/admin/editor/upload/"


@pytest.fixture
def editor(client, make_staff):
    client.force_login(make_staff("ann", "add_picture"))
    return client


def post(client, content=None, alt_text=ALT_TEXT, **options):
    file = uploaded(picture() if content is None else content)
    return client.post(UPLOAD, {"image": file, "alt_text": alt_text}, **options)


def answer(response):
    return response.status_code, response.json()


def test_markdownx_and_this_site_agree_on_the_address():
    assert reverse("markdownx_upload") == UPLOAD


def test_staff_with_permission_adds_a_picture(editor):
    response = post(editor)
    name = Picture.objects.get().name
    image_code = f'![{ALT_TEXT}]({name} "")'
    assert answer(response) == (200, {"image_code": image_code, "name": name})
    assert Picture.objects.get().alt_text == ALT_TEXT


def test_picture_of_the_library_is_shown_with_the_alt_text_of_this_use(editor):
    post(editor)
    image_code = post(editor, alt_text="Another look").json()["image_code"]
    assert image_code == f'![Another look]({Picture.objects.get().name} "")'


def test_stranger_is_refused_in_words(db, client):
    assert answer(post(client)) == (403, {"error": views.LOGGED_OUT})
    assert Picture.objects.count() == 0


@pytest.mark.parametrize("permissions", [[], ["change_picture", "view_picture", "add_article"]])
def test_staff_without_permission_is_refused(client, make_staff, permissions):
    client.force_login(make_staff("ben", *permissions))
    assert answer(post(client)) == (403, {"error": views.NOT_ALLOWED})


def test_permission_without_staff_is_refused(client, make_staff):
    user = make_staff("cleo", "add_picture")
    user.is_staff = False
    user.save()
    client.force_login(user)
    assert answer(post(client)) == (403, {"error": views.NOT_ALLOWED})


def test_only_post_is_answered(editor):
    response = editor.get(UPLOAD)
    assert (response.status_code, response["Allow"]) == (405, "POST")


def test_upload_needs_the_token(make_staff):
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_staff("ann", "add_picture"))
    assert (post(client).status_code, Picture.objects.count()) == (403, 0)
    client.cookies["csrftoken"] = token = "a" * 32
    assert post(client, headers={"X-CSRFToken": token}).status_code == 200


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (SVG, uploads.UNKNOWN),
        (PAGE, uploads.UNKNOWN),
        (phone_photo()[:-200], uploads.DAMAGED),
        (b"", "The file is empty; choose another one."),
    ],
)
def test_refused_file_is_explained(editor, media, content, sentence):
    assert answer(post(editor, content)) == (400, {"error": sentence})
    assert list(media.iterdir()) == []


def test_page_declared_as_gif_is_refused(editor):
    file = uploaded(PAGE, "evil.html", "image/gif")
    response = editor.post(UPLOAD, {"image": file, "alt_text": ALT_TEXT})
    assert answer(response) == (400, {"error": uploads.UNKNOWN})


@pytest.mark.parametrize("alt_text", ["", "  ", "x"])
def test_alt_text_is_required(editor, alt_text):
    assert answer(post(editor, alt_text=alt_text)) == (400, {"error": NO_ALT_TEXT})


def test_decorative_picture_needs_no_alt_text(editor):
    fields = {"image": uploaded(picture()), "alt_text": "", "is_decorative": "on", "credit": "Ann"}
    response = editor.post(UPLOAD, fields)
    added = Picture.objects.get()
    assert answer(response) == (200, {"image_code": f'![]({added.name} "")', "name": added.name})
    assert (added.is_decorative, added.credit) == (True, "Ann")


def test_decorative_upload_of_a_described_picture_keeps_its_words(editor):
    post(editor)
    fields = {"image": uploaded(picture()), "is_decorative": "on"}
    image_code = editor.post(UPLOAD, fields).json()["image_code"]
    assert image_code == f'![{ALT_TEXT}]({Picture.objects.get().name} "")'


def test_missing_file_is_explained(editor):
    response = editor.post(UPLOAD, {"alt_text": ALT_TEXT})
    assert answer(response) == (400, {"error": "No picture was chosen; choose a file."})


@pytest.mark.parametrize(
    ("mode", "types"),
    [
        ("RGB", {"image/avif", "image/webp", "image/jpeg"}),
        ("RGBA", {"image/avif", "image/webp", "image/png"}),
    ],
)
def test_each_file_is_served_safely_and_for_a_year(db, client, settings, mode, types):
    settings.SECURE_CONTENT_TYPE_NOSNIFF = False
    upload = read_picture(
        uploaded(picture(mode, colour=(0, 0, 0, 9)[: len(mode)], image_format="WEBP"))
    )
    keep(upload, alt_text=ALT_TEXT)
    responses = {path: client.get(default_storage.url(path)) for path in upload.files}
    for path, response in responses.items():
        assert b"".join(response.streaming_content) == upload.files[path]
        assert response.request["PATH_INFO"] == reverse("images:file", args=[path])
        assert response["Content-Length"] == str(len(upload.files[path]))
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert response["Cache-Control"] == "public, max-age=31536000, immutable"
        assert response.cookies == {}
    assert {response["Content-Type"] for response in responses.values()} == types


@pytest.mark.parametrize(
    "path",
    [
        "secret.txt",
        "pictures/",
        "pictures/page.html",
        "pictures/0123456789abcdef0123.webp",
        "pictures/0123456789abcdef0123.svg",
        "pictures/0123456789abcdef0123.html",
        "pictures/../secret.txt",
        "pictures/%2e%2e/secret.txt",
        "../manage.py",
        "/etc/passwd",
    ],
)
def test_nothing_else_is_served(db, client, media, path):
    (media / "pictures").mkdir()
    (media / "secret.txt").write_text("secret")
    (media / "pictures" / "page.html").write_text("secret")
    for extension in ("svg", "html"):
        (media / "pictures" / f"0123456789abcdef0123.{extension}").write_text("secret")
    response = client.get(f"/media/{path}", raise_request_exception=False)
    assert (response.status_code, "immutable" in response.get("Cache-Control", "")) == (404, False)


def test_pictures_are_only_read(db, client):
    assert client.post("/media/pictures/0123456789abcdef0123.webp").status_code == 405

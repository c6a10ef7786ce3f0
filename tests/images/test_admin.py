"""The picture library in the admin."""

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from clinic_site.images import uploads
from clinic_site.images.keeping import keep
from clinic_site.images.models import Picture
from clinic_site.images.uploads import read_picture

from .making import SVG, picture, uploaded

LIST = "/admin/images/picture/"


@pytest.fixture
def kept(db):
    return keep(read_picture(uploaded(picture())), alt_text="A knee")


@pytest.fixture
def librarian(client, make_staff):
    names = [f"{action}_picture" for action in ("add", "change", "view", "delete")]
    client.force_login(make_staff("ann", *names))
    return client


def add(client, content):
    fields = {"image": uploaded(content), "alt_text": "A knee", "credit": "Ann Example"}
    return client.post(f"{LIST}add/", fields)


def test_picture_is_added_with_its_file(librarian):
    response = add(librarian, picture())
    added = Picture.objects.get()
    assert (response.status_code, response["Location"]) == (302, LIST)
    assert (added.alt_text, added.credit, added.width) == ("A knee", "Ann Example", 60)
    assert [added.name in str(message) for message in get_messages(response.wsgi_request)] == [True]


def test_refused_file_is_explained_beside_the_field(librarian):
    form = add(librarian, SVG).context["adminform"].form
    assert form.errors == {"image": [uploads.UNKNOWN]}


def test_picture_that_is_there_is_not_added_twice(librarian, kept):
    form = add(librarian, picture()).context["adminform"].form
    sentence = f"This picture is in the library already; use {kept.name}."
    assert form.errors == {"image": [sentence]}


def test_texts_of_a_picture_change_and_its_file_does_not(librarian, kept):
    page = librarian.get(f"{LIST}{kept.pk}/change/")
    assert list(page.context["adminform"].form.fields) == ["alt_text", "credit"]
    librarian.post(f"{LIST}{kept.pk}/change/", {"alt_text": "A left knee", "credit": ""})
    assert Picture.objects.values_list("alt_text", "file").get() == ("A left knee", kept.file.name)


def test_page_of_a_picture_shows_it_and_its_line_to_copy(librarian, kept):
    page = librarian.get(f"{LIST}{kept.pk}/change/")
    image = f'<img src="{kept.file.url}" alt="A knee" width="60" height="40" loading="lazy">'
    assert page.content.decode().count(image) == 1
    code = f"<code>![A knee]({kept.name} &quot;&quot;)</code>"
    assert page.content.decode().count(code) == 1


def queries_of_list(client):
    with CaptureQueriesContext(connection) as queries:
        client.get(LIST)
    return [query["sql"] for query in queries if "images_picture" in query["sql"]]


def test_list_needs_as_many_queries_for_three_pictures_as_for_one(librarian, kept):
    for_one = queries_of_list(librarian)
    for colour in ("red", "blue"):
        keep(read_picture(uploaded(picture(colour=colour))), alt_text="A knee")
    assert queries_of_list(librarian) == for_one


def test_unused_picture_is_deleted_with_its_file(
    librarian, kept, media, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        librarian.post(f"{LIST}{kept.pk}/delete/", {"post": "yes"})
    assert (Picture.objects.count(), list((media / "pictures").iterdir())) == (0, [])


def test_several_pictures_are_deleted_with_their_files(
    librarian, kept, media, django_capture_on_commit_callbacks
):
    keep(read_picture(uploaded(picture(colour="red"))), alt_text="A knee")
    chosen = list(Picture.objects.values_list("pk", flat=True))
    action = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    with django_capture_on_commit_callbacks(execute=True):
        librarian.post(LIST, action)
    assert (Picture.objects.count(), list((media / "pictures").iterdir())) == (0, [])


def test_picture_that_a_text_shows_stays_and_the_texts_are_named(librarian, kept, make_live):
    article = make_live(Article, "knees", body=kept.as_markdown())
    page = librarian.post(f"{LIST}{kept.pk}/delete/", {"post": "yes"})
    assert set(page.context["protected"]) == {article, article.latest_revision}
    assert Picture.objects.get() == kept


def test_picture_that_also_stands_in_the_content_folder_is_not_deleted_here(librarian, kept):
    Picture.objects.update(synced_digest="a-digest")
    assert librarian.post(f"{LIST}{kept.pk}/delete/", {"post": "yes"}).status_code == 403


def test_staff_without_permission_adds_nothing(client, make_staff):
    client.force_login(make_staff("ben", "view_picture"))
    assert (add(client, picture()).status_code, Picture.objects.count()) == (403, 0)


def test_changed_credit_reaches_the_pages(librarian, kept, make_live):
    article = make_live(Article, "knees", body=kept.as_markdown())
    url = f"{LIST}{kept.pk}/change/"
    librarian.post(url, {"alt_text": kept.alt_text, "credit": "Photo: Ann Example"})
    article.refresh_from_db()
    assert "Photo: Ann Example" in article.body_html

"""The picture library in the admin."""

from datetime import date, timedelta

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from clinic_site.images import uploads
from clinic_site.images.keeping import keep
from clinic_site.images.models import NO_ALT_TEXT, Picture
from clinic_site.images.uploads import read_picture
from clinic_site.publishing import editing
from tests.conftest import text_of

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


def change(client, kept, content=None, **fields):
    """The answer to a change of what a picture says, and of its file where there is one."""
    image = {"image": uploaded(content)} if content else {}
    texts = {"alt_text": kept.alt_text, "credit": kept.credit}
    return client.post(f"{LIST}{kept.pk}/change/", {**texts, **image, **fields})


def test_texts_of_a_picture_change_without_its_file(librarian, kept):
    change(librarian, kept, alt_text="A left knee")
    assert Picture.objects.values_list("alt_text", "file").get() == ("A left knee", kept.file.name)


def test_alt_text_becomes_one_line(librarian, kept):
    change(librarian, kept, alt_text="A left\r\n  knee ")
    assert Picture.objects.get().alt_text == "A left knee"


def test_page_of_a_picture_shows_it_and_its_line_to_copy(librarian, kept):
    page = librarian.get(f"{LIST}{kept.pk}/change/")
    image = f'<img src="{kept.url}" alt="A knee" width="60" height="40" loading="lazy">'
    assert page.content.decode().count(image) == 1
    code = f"<code>![A knee]({kept.name} &quot;&quot;)</code>"
    assert page.content.decode().count(code) == 1


def test_picture_is_replaced_by_another_file(librarian, kept):
    response = change(librarian, kept, picture(size=(90, 30)))
    replaced = Picture.objects.get()
    assert (response.status_code, replaced.name, replaced.width) == (302, kept.name, 90)


def test_file_that_cannot_replace_is_explained_beside_the_field(librarian, kept):
    other = keep(read_picture(uploaded(picture(colour="red"))), alt_text="A foot")
    in_library = f"This picture is in the library already; use {other.name}."
    for content, sentence in ((SVG, uploads.UNKNOWN), (picture(colour="red"), in_library)):
        form = change(librarian, kept, content).context["adminform"].form
        assert form.errors == {"image": [sentence]}


def test_decorative_picture_is_added_without_alt_text(librarian):
    fields = {"image": uploaded(picture()), "alt_text": "", "is_decorative": "on"}
    librarian.post(f"{LIST}add/", fields)
    added = Picture.objects.get()
    assert (added.is_decorative, added.as_markdown()) == (True, f'![]({added.name} "")')


def test_picture_is_described_or_decorative(librarian, kept):
    form = change(librarian, kept, alt_text="").context["adminform"].form
    assert form.errors == {"alt_text": [NO_ALT_TEXT]}


def test_picture_stays_decorative_while_a_page_shows_it_without_alt_text(
    librarian, kept, make_live
):
    change(librarian, kept, is_decorative="on")
    make_live(Article, "knees", title="Our knees", body=f"![]({kept.name})")
    make_live(Article, "feet", title="Our feet", body=f"![A foot]({kept.name})")
    form = change(librarian, kept).context["adminform"].form
    sentence = "On these pages it has no alt text: Our knees. "
    sentence += "Write one there and publish, then come back."
    assert form.errors == {"is_decorative": [sentence]}


def shown_on(client, kept):
    """The lines of the page of a picture that say where it is shown."""
    fields = client.get(f"{LIST}{kept.pk}/change/").context["adminform"].model_admin
    return fields.shown_on(kept).split("<br>")


def test_page_of_a_picture_names_the_pages_that_show_it(librarian, kept, make_live, make_draft):
    line = kept.as_markdown()
    live, draft = make_live(Article, "knees", body=line), make_draft(Article, "feet", body=line)
    replanned, former = (make_live(Article, slug, title=slug.title()) for slug in ("arms", "hands"))
    for item in (replanned, former):
        editing.save_draft(item, text=text_of(Article, title=item.title, body=line))
    editing.publish(replanned, at=timezone.now() + timedelta(days=1))
    editing.save_draft(former, text=text_of(Article, title=former.title))
    make_live(Article, "without")
    links = {
        item.slug: f'<a href="/admin/articles/article/{item.pk}/change/">{item}</a>'
        for item in (live, draft, replanned, former)
    }
    assert sorted(shown_on(librarian, kept)) == sorted(
        [
            f"{links['knees']} (live)",
            f"{links['feet']} (draft)",
            f"{links['arms']} (planned)",
            f"{links['hands']} (an older text)",
        ]
    )


def test_list_is_filtered_by_use(librarian, kept, make_live):
    unused = keep(read_picture(uploaded(picture(colour="red"))), alt_text="A foot")
    make_live(Article, "knees", body=kept.as_markdown())
    found = {
        used: list(librarian.get(LIST, {"used": used}).context["cl"].queryset)
        for used in ("yes", "no")
    }
    assert found == {"yes": [kept], "no": [unused]}


def queries_of_list(client, **parameters):
    with CaptureQueriesContext(connection) as queries:
        client.get(LIST, parameters)
    return len([query for query in queries if "FROM" in query["sql"]])


@pytest.mark.parametrize("parameters", [{}, {"used": "no"}])
def test_list_needs_as_many_queries_for_three_pictures_as_for_one(librarian, kept, parameters):
    queries_of_list(librarian, **parameters)
    for_one = queries_of_list(librarian, **parameters)
    for colour in ("red", "blue"):
        keep(read_picture(uploaded(picture(colour=colour))), alt_text="A knee")
    assert queries_of_list(librarian, **parameters) == for_one


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
    link = f'<a href="/admin/articles/article/{article.pk}/change/">A page</a> (live)'
    assert page.context["protected"] == [link]
    assert page.content.decode().count("Nothing is deleted, because these pages show") == 1
    assert Picture.objects.get() == kept


def test_one_picture_in_use_holds_back_the_deletion_of_several(librarian, kept, make_live):
    keep(read_picture(uploaded(picture(colour="red"))), alt_text="A foot")
    make_live(Article, "knees", body=kept.as_markdown())
    chosen = list(Picture.objects.values_list("pk", flat=True))
    action = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    page = librarian.post(LIST, action).content.decode()
    assert page.count("Nothing is deleted, because these pages show") == 1
    assert Picture.objects.count() == 2


def test_page_that_shows_several_of_the_pictures_is_named_once(librarian, kept, make_live):
    other = keep(read_picture(uploaded(picture(colour="red"))), alt_text="A foot")
    make_live(Article, "knees", body=f"{kept.as_markdown()}\n\n{other.as_markdown()}")
    chosen = [kept.pk, other.pk]
    page = librarian.post(LIST, {"action": "delete_selected", "_selected_action": chosen})
    assert len(page.context["protected"]) == 1


def test_page_of_an_unused_picture_says_so(librarian, kept):
    assert shown_on(librarian, kept) == ["No page"]


def test_picture_that_also_stands_in_the_content_folder_is_not_deleted_here(librarian, kept):
    Picture.objects.update(synced_digest="a-digest")
    assert librarian.post(f"{LIST}{kept.pk}/delete/", {"post": "yes"}).status_code == 403


def test_staff_without_permission_adds_nothing(client, make_staff):
    client.force_login(make_staff("ben", "view_picture"))
    assert (add(client, picture()).status_code, Picture.objects.count()) == (403, 0)


def test_changed_credit_reaches_the_pages(librarian, kept, make_live):
    article = make_live(Article, "knees", body=kept.as_markdown())
    change(librarian, kept, credit="Photo: Ann Example")
    article.refresh_from_db()
    assert "Photo: Ann Example" in article.body_html


def test_replaced_picture_is_shown_at_once_and_signed_anew(librarian, kept, make_live, make_user):
    """Pages that show another picture, or none, stay signed off."""
    other = keep(read_picture(uploaded(picture(colour="red"))), alt_text="A foot")
    bodies = {"knees": kept.as_markdown(), "feet": other.as_markdown(), "arms": "Words."}
    pages = {slug: make_live(Article, slug, body=body) for slug, body in bodies.items()}
    for page in pages.values():
        sign(page, make_user(f"reviewer-of-{page.slug}"))
    change(librarian, kept, picture(size=(90, 30)))
    for page in pages.values():
        page.refresh_from_db()
    assert {slug: bool(page.valid_sign_off) for slug, page in pages.items()} == {
        "knees": False,
        "feet": True,
        "arms": True,
    }
    assert (Picture.objects.get(pk=kept.pk).url in pages["knees"].body_html) is True


def test_picture_that_is_put_back_is_signed_off_as_before(librarian, kept, make_live, make_user):
    article = make_live(Article, "knees", body=kept.as_markdown())
    signed = sign(article, make_user("reviewer"))
    change(librarian, kept, picture(colour="red"))
    change(librarian, kept, picture())
    article.refresh_from_db()
    assert article.valid_sign_off == signed


def sign(page, reviewer):
    words = {"reviewer": reviewer, "credentials": "MSc", "due_on": date(2027, 1, 5)}
    return editing.sign_off(page, digest=page.words_digest, **words)


def test_staff_without_permission_replaces_nothing(client, make_staff, kept):
    client.force_login(make_staff("ben", "view_picture", "add_picture"))
    assert change(client, kept, picture(colour="red")).status_code == 403
    assert Picture.objects.get().version == ""

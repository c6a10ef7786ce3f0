"""Two people save one page: the second one sees both texts before anything of theirs is saved."""

import re

import pytest
from django.urls import reverse

from articles.models import Article
from articles.models import Topic as ArticleTopic
from clinic_site.pages.models import Page
from clinic_site.publishing import editing, texts
from clinic_site.publishing.models import Revision
from faq.models import Question
from tests.conftest import text_of

from .admin_forms import change_url, form_of

OLD = "One is old. Two is old.\n\nThree is old.\n"


@pytest.fixture
def page(make_live):
    return make_live(Page, "about", body=OLD)


@pytest.fixture
def ann(make_user):
    return make_user("ann", first_name="Ann", last_name="Lee")


def save_theirs(item, by=None, **text):
    return editing.save_draft(item, text=text_of(type(item), **text), by=by)


def post(client, item, data):
    """The form that came back, and the page around it in words."""
    response = client.post(change_url(item), data)
    if response.status_code == 302:
        return None, ""
    words = re.sub(r"<[^>]+>|\s+", " ", response.content.decode())
    return response.context["adminform"].form, re.sub(r"\s+", " ", words)


def shown(form):
    """The form as the browser sends it again."""
    return {bound.html_name: "" if bound.value() is None else bound.value() for bound in form}


def bodies(item):
    texts_of_item = item.revisions.order_by("pk").values_list("text", flat=True)
    return [texts.read(type(item), text).values["body"] for text in texts_of_item]


def test_changes_that_do_not_touch_are_put_together_and_shown_first(staff, page, ann):
    mine = form_of(staff, change_url(page)) | {"body": OLD.replace("One is old", "One is mine")}
    theirs = save_theirs(page, ann, body=OLD.replace("Three is old", "Three is theirs"), title="A")
    form, words = post(staff, page, mine)
    together = "One is mine. Two is old.\n\nThree is theirs.\n"
    assert (form["body"].value(), form["title"].value()) == (together, "A")
    assert "Ann Lee saved this page after you opened it here" in words
    assert "Three is [removed: old ] [added: theirs ] ." in words
    assert page.latest_revision == theirs
    assert post(staff, page, shown(form))[0] is None
    assert bodies(page)[-1] == together


def test_words_that_both_changed_are_saved_only_once_they_were_looked_at(staff, page, ann):
    mine = form_of(staff, change_url(page)) | {"body": OLD.replace("Two is", "Two was mine")}
    theirs = save_theirs(page, ann, body=OLD.replace("Two is", "Two was theirs"))
    form, words = post(staff, page, mine)
    assert form["body"].value() == OLD.replace("Two is", "Two was mine")
    assert ("Before Two is old. Yours Two was mine old. Theirs Two was theirs old.") in words
    assert "I have looked at this place" in words
    again, _ = post(staff, page, shown(form))
    assert (again.merge.number_of_places, page.latest_revision) == (1, theirs)
    chosen = shown(again) | {"looked_at": theirs.pk, "body": "Chosen."}
    assert post(staff, page, chosen)[0] is None
    assert bodies(page)[-2:] == [OLD.replace("Two is", "Two was theirs"), "Chosen.\n"]


def test_every_word_of_both_is_on_the_page_when_all_fields_touch(staff, make_live, topics):
    item = make_live(Question, "sore", body="Old body.")
    other = type(topics[1]).objects.create(slug="other", title="Another topic")
    third = type(topics[1]).objects.create(slug="third", title="A third topic")
    url = change_url(item)
    names = ("title", "summary", "short_answer", "change_note", "body", "related", "also_called")
    mine = {name: f"My {name} <b>here</b> & now" for name in names} | {"position": 7}
    data = form_of(staff, url) | mine | {"topic": other.pk}
    theirs = {name: f"their {name} there" for name in names[:4]} | {"topic": third.slug}
    lists = {"related": "[their related]", "also_called": "[their also_called]", "position": 9}
    text = "".join(f"{key}: {value}\n" for key, value in (theirs | lists).items())
    editing.save_draft(item, text=f"---\n{text}---\n\ntheir body there\n")
    page = staff.post(url, data).content.decode()
    for name in names:
        assert f"My {name} &lt;b&gt;here&lt;/b&gt; &amp; now" in page
        assert f"their {name}" in page
    assert [topic for topic in (other, third) if f">{topic}</p>" in page] == [other, third]
    assert [number for number in (7, 9) if f">{number}</p>" in page] == [7, 9]


def test_lists_of_both_are_put_together(staff, page):
    mine = form_of(staff, change_url(page)) | {"also_called": "knots\r\nmine"}
    save_theirs(page, body=OLD, also_called="[theirs]")
    form, _ = post(staff, page, mine)
    assert form["also_called"].value() == "knots\nmine\ntheirs"


def test_topic_that_somebody_else_changed_is_kept(staff, make_live):
    item = make_live(Article, "knots")
    topic = ArticleTopic.objects.create(slug="new", title="New")
    mine = form_of(staff, change_url(item)) | {"title": "Mine"}
    text = text_of(Article).replace("topic: basics", "topic: new")
    editing.save_draft(item, text=text)
    form, _ = post(staff, item, mine)
    assert (form["topic"].value(), form["title"].value()) == (str(topic.pk), "Mine")


def test_third_text_is_put_together_with_what_was_looked_at(staff, page):
    mine = form_of(staff, change_url(page)) | {"body": OLD.replace("Two is", "Two was mine")}
    second = save_theirs(page, body=OLD.replace("Two is", "Two was theirs"))
    form, _ = post(staff, page, mine)
    third = OLD.replace("Two is", "Two was theirs").replace("Three", "Third")
    save_theirs(page, body=third)
    again, _ = post(staff, page, shown(form) | {"looked_at": second.pk})
    assert again["body"].value() == OLD.replace("Two is", "Two was mine").replace("Three", "Third")
    assert again.merge.number_of_places == 0
    assert post(staff, page, shown(again))[0] is None


@pytest.mark.parametrize("button", ["_publish", "_withdraw"])
def test_no_step_is_taken_before_both_texts_were_seen(staff, page, button):
    mine = form_of(staff, change_url(page)) | {"body": OLD.replace("One", "Uno"), button: "1"}
    save_theirs(page, body=OLD.replace("Three", "Third"))
    form, _ = post(staff, page, mine)
    page.refresh_from_db()
    assert (page.state, page.body, page.revisions.count()) == ("Live", OLD, 2)
    assert form["body"].value() == OLD.replace("One", "Uno").replace("Three", "Third")


def test_two_windows_of_one_person_are_two_texts(staff, admin_user, page):
    url = change_url(page)
    first, second = (form_of(staff, url) | {"body": f"Window {number}."} for number in (1, 2))
    assert post(staff, page, first)[0] is None
    form, words = post(staff, page, second)
    assert "you saved this page after you opened it here" in words
    assert [place.theirs for place in form.merge.touching[0].merged.places] == ["Window 1.\n"]


def test_colleague_who_publishes_or_moves_a_page_stops_no_writer(staff, page, ann):
    mine = form_of(staff, change_url(page)) | {"body": "Mine."}
    editing.publish(page, by=ann)
    editing.move(page, slug="us")
    assert post(staff, page, mine)[0] is None
    assert bodies(page)[-1] == "Mine.\n"


def test_save_that_is_sent_twice_is_one(staff, page):
    mine = form_of(staff, change_url(page)) | {"body": "Mine."}
    sent = [post(staff, page, mine)[0] for _ in range(2)]
    assert (sent, bodies(page)) == ([None, None], [OLD, "Mine.\n"])


def test_save_without_the_text_that_was_opened_shows_all_of_both(staff, page):
    data = form_of(staff, change_url(page)) | {"body": "Mine alone.", "based_on": ""}
    form, words = post(staff, page, data)
    assert "Yours Mine alone. Theirs One is old. Two is old." in words
    assert (form["based_on"].value(), page.revisions.count()) == ("", 1)


@pytest.mark.parametrize("number", ["x", str(10**30)])
def test_text_that_nobody_opened_is_none(staff, page, make_live, number):
    data = form_of(staff, change_url(page)) | {"body": "Mine.", "based_on": number}
    assert post(staff, page, data)[0].merge.base is None


def test_text_of_another_page_is_none_of_this_one(staff, page, make_live):
    other = make_live(Page, "other").latest_revision
    data = form_of(staff, change_url(page)) | {"body": "Mine.", "looked_at": other.pk}
    assert post(staff, page, data)[0].merge.base is None


def test_page_that_was_withdrawn_meanwhile_says_so_and_keeps_the_text(staff, page, ann):
    mine = form_of(staff, change_url(page)) | {"body": "Mine."}
    editing.withdraw(page, by=ann)
    form, words = post(staff, page, mine)
    assert form["body"].value() == "Mine.\n"
    assert "The page is withdrawn: readers no longer see it." in words
    assert "Nothing else in the fields changed by it." in words
    assert post(staff, page, shown(form))[0] is None
    assert bodies(page)[-1] == "Mine.\n"


def test_text_of_a_page_that_was_deleted_meanwhile_becomes_a_new_page(staff, make_draft):
    item = make_draft(Page, "about", body=OLD)
    url, mine = change_url(item), form_of(staff, change_url(item)) | {"body": "Mine."}
    item.delete()
    response = staff.post(url, mine)
    form = response.context["adminform"].form
    assert form.non_field_errors() == [
        "Nothing is saved yet, and nothing is lost: somebody deleted this page after you opened "
        "it. To make a new page of the text below, save it again."
    ]
    assert (Page.objects.count(), form["body"].value()) == (0, "Mine.")
    assert response.context["form_url"] == reverse("admin:pages_page_add")
    staff.post(response.context["form_url"], shown(form))
    assert Page.objects.get().body == "Mine.\n"


def test_old_text_that_a_new_rule_refuses_is_put_together_by_its_body(staff, page):
    mine = form_of(staff, change_url(page)) | {"body": OLD.replace("One", "Uno"), "title": "Mine"}
    save_theirs(page, body=OLD.replace("Three", "Third"))
    for revision in Revision.objects.all():
        revision.text = revision.text.replace("What this page says.", "x" * 200)
        revision.save()
    form, _ = post(staff, page, mine)
    assert form["body"].value() == OLD.replace("One", "Uno").replace("Three", "Third")
    assert form["title"].value() == "Mine"


def test_text_kept_from_a_conflict_with_a_file_is_no_newer_text(staff, page):
    mine = form_of(staff, change_url(page)) | {"body": "Mine."}
    editing.keep_conflicting(page, text=text_of(Page, body="From a file."), note="")
    assert post(staff, page, mine)[0] is None
    assert bodies(page)[-1] == "Mine.\n"


def test_who_may_only_look_can_save_over_nothing(client, make_user, page):
    client.force_login(make_user("bob", is_staff=True))
    assert client.post(change_url(page), {"body": "Mine."}).status_code == 403
    assert bodies(page) == [OLD]


def open_address(client, item):
    """The form of a draft with the address that it was opened with, as a browser sends it."""
    page = client.get(change_url(item)).content.decode()
    opened = re.search(r'type="hidden" name="initial-slug" value="([^"]*)"', page)[1]
    return form_of(client, change_url(item)) | {"initial-slug": opened}


def test_address_that_a_colleague_changed_is_kept(staff, make_draft):
    item = make_draft(Page, "old", body=OLD)
    mine, theirs = open_address(staff, item), open_address(staff, item)
    assert post(staff, item, theirs | {"slug": "theirs"})[0] is None
    assert post(staff, item, mine | {"title": "Mine"})[0] is None
    item.refresh_from_db()
    assert (item.slug, item.title) == ("theirs", "Mine")


def test_address_that_both_changed_is_asked_for_again(staff, make_draft):
    item = make_draft(Page, "old", body=OLD)
    mine, theirs = open_address(staff, item), open_address(staff, item)
    assert post(staff, item, theirs | {"slug": "theirs"})[0] is None
    form, _ = post(staff, item, mine | {"slug": "mine"})
    assert form.errors["slug"] == [
        "A colleague changed the address to theirs after you opened this page. "
        "Write that one, or save yours again."
    ]
    item.refresh_from_db()
    assert item.slug == "theirs"
    assert '<input type="hidden" name="initial-slug" value="theirs"' in str(form["slug"])
    assert post(staff, item, shown(form) | {"initial-slug": "theirs"})[0] is None
    item.refresh_from_db()
    assert item.slug == "mine"


def test_address_of_the_refused_form_is_the_one_of_the_colleague(staff, make_draft):
    item = make_draft(Page, "old", body=OLD)
    mine, theirs = open_address(staff, item), open_address(staff, item)
    assert post(staff, item, theirs | {"slug": "theirs", "title": "Theirs"})[0] is None
    form, _ = post(staff, item, mine | {"body": "Mine."})
    assert (form["slug"].value(), form["title"].value()) == ("theirs", "Theirs")

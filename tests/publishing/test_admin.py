"""The admin: drafts and publication by the one door, and nothing lost."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from articles.models import Topic as ArticleTopic
from clinic_site.pages.models import Page
from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing import editing, texts
from clinic_site.publishing.forms import OTHER_LOGIN
from clinic_site.publishing.models import Reference, Term
from faq.models import Question
from tests.conftest import text_of

from .admin_forms import change_url, form_of
from .messages import messages_of

ADD = {Article: "admin:articles_article_add", Question: "admin:faq_question_add"}


def typed(topic, **values):
    return {
        "title": "Is it painful?",
        "slug": "is-it-painful",
        "topic": topic.pk,
        "short_answer": "A little.",
        "summary": "What it feels like.",
        "body": "It can ache.\r\n",
        "related": "",
        "also_called": "sore\r\nhurts",
        "position": 0,
        "change_note": "",
        "note": "From the phone",
        **values,
    }


def test_new_question_is_saved_as_a_draft(staff, topics, admin_user):
    response = staff.post(reverse(ADD[Question]), typed(topics[1], _save="1"), follow=True)
    item = Question.objects.get()
    assert messages_of(response) == [
        "The draft of “Is it painful?” is saved. What readers see has not changed."
    ]
    assert (item.state, item.also_called, item.body) == (
        "Draft",
        ["sore", "hurts"],
        "It can ache.\n",
    )
    revision = item.latest_revision
    assert (revision.created_by, revision.note) == (admin_user, "From the phone")


def test_draft_of_a_live_page_is_shown_to_staff_only(staff, make_live):
    item = make_live(Page, "about", title="Live")
    data = form_of(staff, change_url(item)) | {"title": "Draft"}
    staff.post(change_url(item), data)
    item.refresh_from_db()
    assert item.title == "Live"
    assert form_of(staff, change_url(item))["title"] == "Draft"


def test_publishing_a_text_with_problems_names_the_line_and_loses_nothing(staff, make_live):
    item = make_live(Page, "about", body="Old words.")
    body = "Fine.\r\n\r\nBut [@Nobody1999]."
    data = form_of(staff, change_url(item)) | {"body": body, "related": "faq:none"}
    response = staff.post(change_url(item), data | {"_publish": "1"})
    form = response.context["adminform"].form
    assert [error.split(".")[0] for error in form.errors["body"]] == [
        'Line 3: There is no reference "Nobody1999"'
    ]
    assert form.errors["related"] == [
        "Line 1: There is no item faq:none. Write an address such as faq:its-slug."
    ]
    assert form["body"].value() == body
    item.refresh_from_db()
    assert item.body == "Old words.\n"


def test_text_with_problems_can_be_saved_as_a_draft(staff, make_live):
    item = make_live(Page, "about")
    data = form_of(staff, change_url(item)) | {"body": "But [@Nobody1999]."}
    staff.post(change_url(item), data | {"_save": "1"})
    assert texts.read(Page, item.latest_revision.text).values["body"] == "But [@Nobody1999].\n"


def test_list_types_of_a_live_page_come_back_unchanged(staff, make_live):
    item = make_live(Article, "knots", also_called="[a b, c]", image="")
    revision = item.latest_revision
    staff.post(change_url(item), form_of(staff, change_url(item)))
    assert item.latest_revision == revision


def test_words_of_one_are_not_saved_as_those_of_another(client, make_user, make_live):
    item = make_live(Page, "about")
    eva, emil = (
        make_user(name, is_staff=True, is_superuser=True, first_name=name.title())
        for name in ("eva", "emil")
    )
    client.force_login(emil)
    data = form_of(client, change_url(item)) | {"body": "By Eva.", "opened_by": eva.pk}
    form = client.post(change_url(item), data).context["adminform"].form
    assert form.non_field_errors() == [OTHER_LOGIN.format("Emil")]
    assert (form["body"].value(), item.revisions.count()) == ("By Eva.", 1)
    client.post(change_url(item), data | {"opened_by": emil.pk})
    assert item.latest_revision.created_by == emil


def test_address_is_fixed_once_the_page_was_public(staff, make_live, make_draft):
    assert "slug" not in form_of(staff, change_url(make_live(Page, "live")))
    assert form_of(staff, change_url(make_draft(Page, "draft")))["slug"] == "draft"


def test_only_what_was_never_public_can_be_deleted(staff, make_live, make_draft):
    live, draft = make_live(Page, "live"), make_draft(Page, "draft")
    for item, status in ((live, 403), (draft, 302)):
        url = change_url(item).replace("change", "delete")
        assert staff.post(url, {"post": "yes"}).status_code == status
    assert list(Page.objects.all()) == [live]


@pytest.mark.parametrize("action", ["_save", "_publish"])
def test_only_staff_with_permission_may_change_a_page(client, make_user, make_live, action):
    item = make_live(Page, "about")
    client.force_login(make_user("ann", is_staff=True))
    assert client.post(change_url(item), {"body": "x", action: "1"}).status_code == 403
    client.force_login(make_user("patient"))
    assert client.post(change_url(item), {"body": "x", action: "1"}).status_code == 302
    assert item.revisions.count() == 1


def test_list_shows_states_with_a_constant_number_of_queries(
    staff, make_live, make_draft, django_assert_max_num_queries
):
    make_live(Page, "live", title="Alpha")
    make_draft(Page, "draft", title="Beta")
    planned = make_draft(Page, "planned", title="Gamma")
    editing.publish(planned, at=timezone.now() + timedelta(hours=1))
    editing.withdraw(make_live(Page, "gone", title="Delta"))
    with django_assert_max_num_queries(8):
        page = staff.get(reverse("admin:pages_page_changelist")).content.decode()
    assert re.findall(r'class="field-state">(\w+)', page) == [
        "Live",
        "Draft",
        "Withdrawn",
        "Planned",
    ]


def test_changed_term_is_shown_on_live_pages(staff, make_live):
    term = Term.objects.create(slug="knot", term="knot", meaning="A sore spot.")
    item = make_live(Page, "about", body="A knot can ache.")
    url = reverse("admin:publishing_term_change", args=[term.pk])
    staff.post(url, form_of(staff, url) | {"meaning": "A tender place."})
    item.refresh_from_db()
    assert ("A tender place." in item.body_html, "A sore spot." in item.body_html) == (True, False)


def test_source_that_a_page_cites_cannot_be_deleted(staff, make_live):
    cited, free = (Reference.objects.create(key=key, title=key, year=2020) for key in ("A1", "B2"))
    make_live(Page, "about", body="A claim. [@A1]")
    for source, status in ((cited, 403), (free, 302)):
        url = reverse("admin:publishing_reference_delete", args=[source.pk])
        assert staff.post(url, {"post": "yes"}).status_code == status
    assert list(Reference.objects.all()) == [cited]


@pytest.mark.parametrize(("synced", "status"), [("", 302), ("a-digest", 403)])
def test_what_stands_in_the_content_folder_is_not_deleted_here(staff, synced, status):
    term = Term.objects.create(slug="knot", term="knot", meaning="A spot.", synced_digest=synced)
    url = reverse("admin:publishing_term_delete", args=[term.pk])
    assert staff.post(url, {"post": "yes"}).status_code == status


def test_topic_that_only_a_draft_names_stays(staff, make_live):
    topic = ArticleTopic.objects.create(slug="new", title="New")
    item = make_live(Article, "knots")
    editing.save_draft(item, text=text_of(Article).replace("topic: basics", "topic: new"))
    url = reverse("admin:articles_topic_delete", args=[topic.pk])
    assert staff.post(url, {"post": "yes"}).status_code == 403
    assert staff.get(change_url(item)).status_code == 200


def test_draft_that_a_new_rule_refuses_can_still_be_opened(staff, make_draft):
    item = make_draft(Page, "about", body="My words.")
    text = item.latest_revision.text.replace("What this page says.", "x" * 200)
    item.revisions.update(text=text)
    assert form_of(staff, change_url(item))["body"] == "My words.\n"


def test_keys_that_texts_name_never_change(staff, db):
    source = Reference.objects.create(key="A1", title="A study")
    url = reverse("admin:publishing_reference_change", args=[source.pk])
    staff.post(url, form_of(staff, url) | {"key": "B2", "title": "New title"})
    source.refresh_from_db()
    assert (source.key, source.title) == ("A1", "New title")


def test_address_of_a_draft_can_be_changed(staff, make_draft):
    item = make_draft(Page, "abuot")
    staff.post(change_url(item), form_of(staff, change_url(item)) | {"slug": "about"})
    item.refresh_from_db()
    assert item.slug == "about"


@pytest.mark.parametrize("slug", ["search", "faq", "articles", "admin"])
def test_address_of_the_site_itself_is_refused(staff, make_draft, slug):
    item = make_draft(Page, "about")
    data = form_of(staff, change_url(item)) | {"slug": slug}
    form = staff.post(change_url(item), data).context["adminform"].form
    assert form.errors == {
        "slug": [f"The address {slug} is taken by the site itself. Choose another one."]
    }


def test_page_at_an_address_that_the_site_took_since_can_still_be_edited(staff, make_live):
    item = make_live(Page, "search")
    data = form_of(staff, change_url(item)) | {"title": "Saved"}
    assert staff.post(change_url(item), data).status_code == 302
    assert "title: Saved\n" in item.latest_revision.text


def test_too_high_position_is_an_error_of_its_field(staff, make_draft):
    item = make_draft(Page, "about")
    data = form_of(staff, change_url(item)) | {"position": "2000000"}
    form = staff.post(change_url(item), data).context["adminform"].form
    assert list(form.errors) == ["position"]


def test_staff_who_may_only_look_get_no_buttons(client, make_user, make_live):
    viewer = make_user("ann", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_page"))
    client.force_login(viewer)
    page = client.get(change_url(make_live(Page, "about"))).content.decode()
    assert re.findall(r'name="(_\w+)"', page) == []


def test_staff_who_may_only_add_are_told_that_it_is_saved(client, make_user, topics):
    writer = make_user("ann", is_staff=True)
    writer.user_permissions.add(Permission.objects.get(codename="add_question"))
    client.force_login(writer)
    response = client.post(reverse(ADD[Question]), typed(topics[1], _save="1"), follow=True)
    assert (response.status_code, Question.objects.count()) == (200, 1)


def test_there_is_one_clinic_profile(staff):
    listing = reverse("admin:profile_clinicprofile_changelist")
    assert staff.get(listing).url == reverse("admin:profile_clinicprofile_add")
    profile = ClinicProfile.objects.create(name="North")
    change = reverse("admin:profile_clinicprofile_change", args=[profile.pk])
    assert staff.get(listing).url == change
    assert staff.get(reverse("admin:profile_clinicprofile_add")).status_code == 403
    assert staff.post(change.replace("change", "delete"), {"post": "yes"}).status_code == 403


def test_address_of_a_topic_is_fixed(staff, topics):
    url = reverse("admin:articles_topic_change", args=[topics[0].pk])
    staff.post(url, form_of(staff, url) | {"slug": "other", "title": "New title"})
    topic = ArticleTopic.objects.get()
    assert (topic.slug, topic.title) == ("basics", "New title")

"""The desk shows what needs somebody, to those who may see it, and where it is done."""

from datetime import date, timedelta
from operator import attrgetter

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing import editing
from clinic_site.publishing.models import Publication
from clinic_site.staff import text_checks
from clinic_site.staff.desk import desk_of
from faq.models import Question
from tests.conftest import text_of

DESK = reverse("admin:index")


@pytest.fixture(autouse=True)
def profile(db):
    return ClinicProfile.objects.create(
        name="North", telephone="01", address="1 High St", opening_hours="9 to 5", funding="Fees"
    )


@pytest.fixture
def reviewer(make_member):
    return make_member("rae", "Clinical reviewers", first_name="Rae", last_name="Okafor")


@pytest.fixture
def sign(make_user):
    def sign_off(item, due_in, on=date(2026, 2, 3)):
        editing.sign_off(
            item,
            digest=item.words_digest,
            reviewer=make_user(f"signer-{item.pk}-{item.content_dir}"),
            credentials="Physiotherapist",
            due_on=timezone.localdate() + timedelta(days=due_in),
            signed_on=on,
        )
        return item

    return sign_off


def desk(user):
    """What a user is shown: the titles of the tasks below the title of their section."""
    return {
        section.title: [task.title for task in section.tasks]
        for section in desk_of(user, timezone.now())
    }


def section(user, title):
    [found] = [found for found in desk_of(user, timezone.now()) if found.title == title]
    return found


def page_of(item, page="change"):
    opts = item._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=[item.pk])


def make_signed(make_live, sign, slug="signed"):
    """A page that needs nobody."""
    return sign(make_live(Page, slug, title="Nothing to do", body="You may ache."), 200)


def test_desk_without_tasks_says_so(client, reviewer, make_live, sign):
    make_signed(make_live, sign)
    client.force_login(reviewer)
    page = client.get(DESK)
    assert page.context["desk"] == []
    assert "Nothing needs you today." in page.content.decode()


def test_reviews_stand_by_how_urgent_they_are(reviewer, make_live, sign):
    make_signed(make_live, sign)
    sign(make_live(Page, "late", title="Late", body="You may ache."), -1)
    sign(make_live(Article, "later", title="Later still", body="You may ache."), -20)
    sign(make_live(Question, "soon", title="Soon", body="You may ache."), 30)
    make_live(Page, "never", title="Never", body="You may ache.")
    assert desk(reviewer) == {
        "Reviews overdue": ["Later still", "Late"],
        "Reviews due in the next 30 days": ["Soon"],
        "Live pages that no clinician has signed off": ["Never"],
    }


def test_review_leads_to_where_it_is_done(reviewer, make_member, make_live, sign):
    item = sign(make_live(Page, "late", body="You may ache."), -1)
    [task] = section(reviewer, "Reviews overdue").tasks
    assert (task.url, task.kind) == (page_of(item, "sign_off"), "Page")
    [task] = section(make_member("ann", "Editors"), "Reviews overdue").tasks
    assert task.url == page_of(item)


def test_page_that_changed_since_it_was_signed_is_named_so(reviewer, make_live, sign):
    item = sign(make_live(Page, "about", body="You may ache."), 200)
    editing.save_draft(item, text=text_of(Page, body="You may ache a little."))
    editing.publish(item)
    [task] = section(reviewer, "Live pages that no clinician has signed off").tasks
    assert task.detail == "Other words were signed off on 3 February 2026"


def test_drafts_name_who_waits_since_when(reviewer, make_user, make_draft, make_live, sign):
    live = make_signed(make_live, sign)
    ann = make_user("ann", first_name="Ann", last_name="Lee")
    make_draft(Page, "new", title="New", by=ann)
    live.revisions.update(created_at=timezone.now() - timedelta(days=9))
    editing.save_draft(live, text=text_of(Page, title="Signed", body="You may rest."), by=None)
    found = section(reviewer, "Drafts waiting")
    assert [task.title for task in found.tasks] == ["New", "Nothing to do"]
    assert found.tasks[0].detail.startswith("Saved by Ann Lee on ")
    assert found.tasks[1].detail.startswith("Saved on ")


def test_plans_of_the_coming_days_are_named_and_later_ones_counted(
    reviewer, make_draft, make_live, sign
):
    now = timezone.now()
    editing.publish(
        make_draft(Page, "new", title="New", body="You may."), at=now + timedelta(days=6)
    )
    item = make_signed(make_live, sign)
    editing.withdraw(item, at=now + timedelta(days=2))
    other = make_signed(make_live, sign, slug="other")
    editing.save_draft(other, text=text_of(Page, title="Other", body="You may rest."))
    editing.publish(other, at=now + timedelta(days=8))
    found = section(reviewer, "Planned for the coming 7 days")
    assert [(task.title, task.detail.split(" on ")[0]) for task in found.tasks] == [
        ("Nothing to do", "Is withdrawn"),
        ("New", "Goes live"),
    ]
    assert found.note == "1 more is planned for later."


def test_plan_that_could_not_be_carried_out_is_told(reviewer, make_live, sign):
    item = make_signed(make_live, sign)
    Publication.objects.create(
        item=item, revision=item.latest_revision, at=timezone.now() - timedelta(hours=2)
    )
    assert desk(reviewer) == {"Plans that could not be carried out": ["Nothing to do"]}


def test_live_page_that_breaks_a_rule_is_shown_with_its_first_error(reviewer, make_live, sign):
    make_signed(make_live, sign)
    bad = make_live(Page, "bad", title="Bad", body="It is a miracle for you.\n\nYou get a cure.")
    sign(bad, 200)
    found = section(reviewer, "Live pages that break a rule")
    assert [(task.title, task.url) for task in found.tasks] == [("Bad", page_of(bad))]
    assert found.tasks[0].detail == (
        "2 errors. The first one: “miracle” promises. Say what studies found."
    )


def test_texts_still_to_be_checked_are_counted(reviewer, make_live, sign, monkeypatch):
    monkeypatch.setattr(text_checks, "AT_ONCE", 1)
    make_signed(make_live, sign, slug="one")
    make_signed(make_live, sign, slug="two")
    assert section(reviewer, "Live pages that break a rule").note == (
        "Not checked yet: 1. Some are checked each time somebody opens this page."
    )
    assert desk(reviewer) == {}


def test_placeholders_are_named_to_those_who_see_the_profile(profile, reviewer, make_member):
    profile.telephone = "[Telephone number]"
    profile.save()
    [task] = section(reviewer, "Placeholders in the clinic profile").tasks
    assert task.detail == "Patients see a placeholder for: telephone"
    assert desk(make_member("ann", "Editors")) == {}


def test_more_than_fits_leads_to_the_lists(reviewer, make_live):
    for number in range(4):
        make_live(Page, f"page-{number}", body="You may ache.")
        make_live(Question, f"question-{number}", body="You may ache.")
    found = section(reviewer, "Live pages that no clinician has signed off")
    assert (len(found.tasks), found.count) == (5, 8)
    assert found.lists == [
        ("4 questions", reverse("admin:faq_question_changelist") + "?review=unsigned"),
        ("4 pages", reverse("admin:pages_page_changelist") + "?review=unsigned"),
    ]


def test_each_is_shown_what_they_may_see_and_nothing_else(make_user, make_live, make_draft):
    make_live(Page, "page", title="Page title", body="It is a miracle for you.")
    make_draft(Question, "question", title="Question title")
    editing.publish(make_draft(Article, "a", title="Plan"), at=timezone.now() + timedelta(days=1))
    viewer = make_user("ann", is_staff=True)
    assert desk(viewer) == {}
    viewer.user_permissions.add(Permission.objects.get(codename="view_question"))
    viewer = type(viewer).objects.get(pk=viewer.pk)
    assert desk(viewer) == {"Drafts waiting": ["Question title"]}


def test_desk_shows_links_and_the_list_of_models(client, reviewer, make_draft):
    draft = make_draft(Page, "new", title="New <b>page</b>")
    client.force_login(reviewer)
    page = client.get(DESK).content.decode()
    assert f'<a href="{page_of(draft)}">New &lt;b&gt;page&lt;/b&gt;</a>' in page
    assert reverse("admin:articles_article_changelist") in page
    assert reverse("admin:auth_user_changelist") not in page


@pytest.mark.parametrize("count", [1, 3])
def test_desk_takes_a_constant_number_of_queries(
    client, reviewer, make_live, make_draft, sign, count, django_assert_num_queries
):
    tomorrow = timezone.now() + timedelta(days=1)
    for model in (Article, Question, Page):
        for number in range(count):
            sign(make_live(model, f"late-{number}", body="You may ache."), -1)
            make_live(model, f"bad-{number}", body="A miracle for you.")
            make_draft(model, f"draft-{number}")
            editing.publish(make_draft(model, f"plan-{number}"), at=tomorrow)
    client.force_login(reviewer)
    client.get(DESK)
    with django_assert_num_queries(29):
        client.get(DESK)


def test_tasks_of_one_section_are_in_order_across_models(reviewer, make_live, sign):
    for model, slug, due_in in [(Page, "c", -1), (Article, "a", -3), (Question, "b", -2)]:
        sign(make_live(model, slug, title=slug, body="You may ache."), due_in)
    tasks = section(reviewer, "Reviews overdue").tasks
    assert list(map(attrgetter("kind"), tasks)) == ["Explainer", "Question", "Page"]

"""The lists of items: what they are narrowed to, what their columns say, what is downloaded."""

import re
from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from articles.models import Topic as ArticleTopic
from clinic_site.pages.models import Page
from clinic_site.publishing import editing, texts
from faq.models import Question
from tests.conftest import text_of

PAGES = reverse("admin:pages_page_changelist")
TODAY = timezone.localdate


@pytest.fixture
def sign(make_user):
    """Signs the words that readers see, as due a number of days from today."""
    reviewer = make_user("rae")

    def sign_off(item, *, due_in, on=date(2026, 2, 3)):
        editing.sign_off(
            item,
            digest=item.words_digest,
            reviewer=reviewer,
            credentials="Physiotherapist",
            due_on=TODAY() + timedelta(days=due_in),
            signed_on=on,
        )

    return sign_off


def listed(client, query="", url=PAGES):
    return sorted(item.slug for item in client.get(url + query).context["cl"].queryset)


def column(client, name, query=""):
    """What a column says of each page, by the page's address."""
    page = client.get(PAGES + query).content.decode()
    slugs = [item.slug for item in client.get(PAGES + query).context["cl"].queryset]
    cells = re.findall(rf'class="field-{name}[^"]*">(.*?)</td>', page)
    return dict(zip(slugs, cells, strict=True))


@pytest.fixture
def states(make_draft, make_live):
    """A page in each state, named by it."""
    make_live(Page, "live")
    make_draft(Page, "draft")
    editing.save_draft(make_live(Page, "newer"), text=text_of(Page, body="Newer words."))
    editing.publish(make_draft(Page, "planned"), at=timezone.now() + timedelta(days=2))
    editing.withdraw(make_live(Page, "ending"), at=timezone.now() + timedelta(days=2))
    editing.withdraw(make_live(Page, "gone"))


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("live", ["ending", "live", "newer"]),
        ("draft", ["draft"]),
        ("newer", ["newer"]),
        ("waiting", ["draft", "newer"]),
        ("planned", ["ending", "planned"]),
        ("withdrawn", ["gone"]),
        ("no-such-state", ["draft", "ending", "gone", "live", "newer", "planned"]),
    ],
)
def test_list_narrowed_to_a_state(staff, states, state, expected):
    assert listed(staff, f"?state={state}") == expected


@pytest.fixture
def reviews(make_live, make_draft, sign):
    """A page in each state of review, named by it; nothing is due that readers do not see."""
    for slug, due_in in [("overdue", -1), ("today", 0), ("soon", 30), ("later", 31)]:
        sign(make_live(Page, slug), due_in=due_in)
    make_live(Page, "never")
    changed = make_live(Page, "changed")
    sign(changed, due_in=-1)
    editing.save_draft(changed, text=text_of(Page, body="Other words."))
    editing.publish(changed)
    gone = make_live(Page, "gone")
    sign(gone, due_in=-1)
    editing.withdraw(gone)
    make_draft(Page, "draft")


@pytest.mark.parametrize(
    ("review", "expected"),
    [
        ("signed", ["later", "overdue", "soon", "today"]),
        ("due", ["soon", "today"]),
        ("overdue", ["overdue"]),
        ("unsigned", ["changed", "never"]),
    ],
)
def test_list_narrowed_to_a_state_of_review(staff, reviews, review, expected):
    assert listed(staff, f"?review={review}") == expected


def test_newest_sign_off_decides_when_a_review_is_due(staff, make_live, sign):
    item = make_live(Page, "about")
    sign(item, due_in=-1, on=date(2026, 3, 1))
    sign(item, due_in=200, on=date(2026, 4, 1))
    assert listed(staff, "?review=overdue") == []


def test_review_column_says_where_the_review_stands(staff, reviews):
    said = column(staff, "review")
    assert (said["never"], said["draft"], said["gone"]) == ("Never signed off", "-", "-")
    assert said["changed"] == "Other words were signed off on 3 February 2026"
    assert [said[slug].split(" on ")[0] for slug in ("today", "later")] == ["Due", "Due"]
    assert said["overdue"].startswith("Overdue since ")


def test_state_column_tells_what_is_planned(staff, states):
    words = {slug: re.sub(r"\d.*", "…", cell) for slug, cell in column(staff, "state").items()}
    assert words == {
        "live": "Live",
        "draft": "Draft",
        "newer": "Live",
        "planned": "Planned for …",
        "ending": "Live and a change is planned for …",
        "gone": "Withdrawn",
    }


def test_draft_column_names_who_saved_it(staff, make_live, make_draft, make_user):
    make_live(Page, "live")
    make_draft(Page, "anns", by=make_user("ann", first_name="Ann", last_name="Lee"))
    make_draft(Page, "bens", by=make_user("ben"))
    make_draft(Page, "unknown")
    said = {slug: re.split(r",? ?\d", cell)[0] for slug, cell in column(staff, "draft").items()}
    assert said == {"live": "-", "anns": "Ann Lee", "bens": "ben", "unknown": ""}


@pytest.mark.parametrize("number", range(2, 6))
def test_list_can_be_ordered_by_each_column(staff, states, number):
    assert len(listed(staff, f"?o={number}")) == 6


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_a_constant_number_of_queries(
    staff, make_draft, count, django_assert_max_num_queries
):
    for number in range(count):
        make_draft(Page, f"page-{number}")
    with django_assert_max_num_queries(8):
        staff.get(PAGES + "?state=waiting&review=unsigned")


def test_items_with_topics_are_narrowed_to_one(staff, make_live):
    other = ArticleTopic.objects.create(slug="other", title="Other")
    make_live(Article, "knots")
    make_live(Article, "rest")
    Article.objects.filter(slug="rest").update(topic=other)
    url = reverse("admin:articles_article_changelist")
    assert listed(staff, f"?topic__id__exact={other.pk}", url) == ["rest"]


def download(client, *items):
    """The response to the action, and the files in its zip."""
    url = reverse(f"admin:{items[0]._meta.label_lower.replace('.', '_')}_changelist")
    data = {"action": "download", "_selected_action": [item.pk for item in items]}
    response = client.post(url, data)
    if response.headers["Content-Type"] != "application/zip":
        return response, {}
    with ZipFile(BytesIO(response.content)) as archive:
        return response, {name: archive.read(name).decode() for name in archive.namelist()}


def test_chosen_texts_are_downloaded_as_files(staff, make_live, make_draft):
    live, draft = make_live(Question, "live"), make_draft(Question, "draft")
    make_live(Question, "not-chosen")
    editing.save_draft(live, text=text_of(Question, body="Not public yet."))
    response, files = download(staff, live, draft)
    live.refresh_from_db()
    assert response.headers["Content-Disposition"] == 'attachment; filename="faq.zip"'
    assert files == {"faq/live.md": texts.to_text(live), "faq/draft.md": texts.to_text(draft)}


@pytest.mark.parametrize(("permission", "may"), [("view_page", True), ("add_page", False)])
def test_download_needs_permission_to_see(client, make_user, make_draft, permission, may):
    viewer = make_user("ann", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename=permission))
    client.force_login(viewer)
    _, files = download(client, make_draft(Page, "draft"))
    assert list(files) == (["pages/draft.md"] if may else [])

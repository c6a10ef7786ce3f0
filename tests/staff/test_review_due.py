"""The command for cron: what is overdue or due, and who is told."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from faq.models import Question

from .mail_server import mail_server

SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = "https://www.clinic.example"
    settings.DEFAULT_FROM_EMAIL = "site@clinic.example"


@pytest.fixture
def make_due(make_live, make_user):
    """A live item whose review is due a number of days from today."""

    def make(model, slug, due_in, **text):
        item = make_live(model, slug, **text)
        editing.sign_off(
            item,
            digest=item.words_digest,
            reviewer=make_user(f"signer-of-{slug}"),
            credentials="Physiotherapist",
            due_on=timezone.localdate() + timedelta(days=due_in),
            signed_on=date(2026, 2, 3),
        )
        return item

    return make


@pytest.fixture
def reviewer(make_member):
    return make_member("rae", "Clinical reviewers", email="rae@clinic.example")


@pytest.fixture
def run(capsys):
    def run(*arguments):
        call_command("review_due", *arguments)
        return capsys.readouterr().out.splitlines()

    return run


def day(due_in):
    due = timezone.localdate() + timedelta(days=due_in)
    return f"{due.day} {due:%B %Y}"


def test_overdue_and_due_reviews_are_listed_with_their_addresses(run, make_due, make_live):
    make_due(Article, "soon", 30, title="Soon")
    make_due(Question, "late", -2, title="Late")
    make_due(Page, "later", 31, title="Later")
    make_live(Page, "unsigned", title="Unsigned")
    editing.withdraw(make_due(Page, "gone", -2, title="Gone"))
    assert run() == [
        f"Reviews: 1 overdue, 1 due by {day(30)}",
        f"Overdue since {day(-2)}: Late",
        "  https://www.clinic.example/faq/late/",
        f"Due on {day(30)}: Soon",
        "  https://www.clinic.example/articles/soon/",
    ]


def test_days_tell_how_far_to_look(run, make_due):
    for due_in in (1, 31):
        make_due(Page, f"in-{due_in}", due_in)
    assert run("--days=31")[0] == f"Reviews: 0 overdue, 2 due by {day(31)}"
    assert run("--days=1")[0] == f"Reviews: 0 overdue, 1 due by {day(1)}"
    assert run("--days=0") == ["No review is overdue or due within 0 days."]


@pytest.mark.parametrize("days", ["-1", "3651"])
def test_days_that_make_no_sense_are_refused(run, db, days):
    with pytest.raises(CommandError, match="a number from 0 to 3650"):
        run(f"--days={days}")


def test_each_who_can_act_is_told_once(run, make_due, make_member, make_user, mailoutbox, reviewer):
    make_due(Page, "late", -2, title="Late")
    make_member("mia", "Managers", email="mia@clinic.example")
    make_member("mia2", "Managers", "Editors", email="Mia@clinic.example")
    make_member("ann", "Editors", email="ann@clinic.example")
    make_member("left", "Managers", email="left@clinic.example", is_active=False)
    make_member("without", "Clinical reviewers")
    make_user("patient", email="patient@clinic.example")
    assert run("--email")[-1] == "Sent to rae@clinic.example, mia@clinic.example."
    assert [mail.to for mail in mailoutbox] == [["rae@clinic.example"], ["mia@clinic.example"]]
    mail = mailoutbox[0]
    assert mail.subject == f"Reviews: 1 overdue, 0 due by {day(30)}"
    assert mail.body == (
        f"Overdue since {day(-2)}: Late\n  https://www.clinic.example/late/\n\n"
        "Your desk leads to each of them: https://www.clinic.example/admin/\n"
    )


def test_without_the_option_nobody_is_told(run, make_due, reviewer, mailoutbox):
    make_due(Page, "late", -2)
    run()
    assert mailoutbox == []


def test_nothing_due_sends_nothing(run, make_due, reviewer, mailoutbox):
    make_due(Page, "later", 200)
    assert run("--email") == ["No review is overdue or due within 30 days."]
    assert mailoutbox == []


def test_nobody_to_tell_is_a_failure(run, make_due, make_member):
    make_due(Page, "late", -2)
    make_member("rae", "Clinical reviewers")
    with pytest.raises(CommandError, match=r"^Nobody was told: no active clinical reviewer"):
        run("--email")


def test_title_cannot_add_a_header(run, make_due, reviewer, mailoutbox):
    item = make_due(Page, "late", -2)
    Page.objects.filter(pk=item.pk).update(title="Late\r\nBcc: thief@example.org\r\n\r\nHello")
    run("--email")
    [mail] = mailoutbox
    assert mail.message().get_all("Bcc") is None
    assert mail.body.splitlines()[0].endswith(": Late Bcc: thief@example.org Hello")


@pytest.fixture
def by_smtp(settings):
    settings.EMAIL_BACKEND = SMTP
    settings.EMAIL_HOST = "127.0.0.1"
    with mail_server() as server:
        settings.EMAIL_PORT = server.port
        yield server


def test_mail_server_is_given_plain_text(run, make_due, reviewer, by_smtp):
    make_due(Page, "late", -2, title="Sore knees")
    run("--email")
    [mail] = by_smtp.mails
    assert [line for line in mail.splitlines() if line.startswith(("From:", "To:", "Auto-"))] == [
        "From: site@clinic.example",
        "To: rae@clinic.example",
        "Auto-Submitted: auto-generated",
    ]
    assert f"Overdue since {day(-2)}: Sore knees" in mail


def test_refused_address_keeps_nobody_else_from_their_mail(
    run, make_due, make_member, reviewer, by_smtp
):
    make_due(Page, "late", -2)
    make_member("gone", "Managers", email="refused@clinic.example")
    make_member("odd", "Managers", email="odd@clinic.example\nBcc: thief@example.org")
    make_member("mia", "Managers", email="mia@clinic.example")
    with pytest.raises(
        CommandError, match=r"^The mail server refused refused@clinic\.example, odd"
    ):
        run("--email")
    assert len(by_smtp.mails) == 2


def test_mail_server_that_is_away_is_one_sentence(run, make_due, reviewer, by_smtp, settings):
    make_due(Page, "late", -2)
    by_smtp.shutdown()
    by_smtp.server_close()
    with pytest.raises(CommandError, match=r"^The mail server does not take mail: .*refused"):
        run("--email")

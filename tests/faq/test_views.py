"""The questions: short answers in view, and told to search engines."""

from faq.models import Question
from tests.conftest import structured_data


def test_short_answers_are_in_view_and_in_structured_data(client, make_live):
    make_live(Question, "is-it-painful", title="Is it painful?")
    response = client.get("/faq/")
    assert response.content.decode().count("It can ache for a moment.</p>") == 1
    assert structured_data(response)["FAQPage"]["mainEntity"] == [
        {
            "@type": "Question",
            "name": "Is it painful?",
            "acceptedAnswer": {"@type": "Answer", "text": "It can ache for a moment."},
        }
    ]


def test_unknown_topic_is_not_found(client, topics):
    assert client.get("/faq/topic/none/").status_code == 404

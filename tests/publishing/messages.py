"""What the admin says."""

import re


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


def words_of(response):
    """The words of a page without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())

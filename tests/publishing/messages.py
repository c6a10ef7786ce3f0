"""What the admin says after a change."""


def messages_of(response):
    return [str(message) for message in response.context["messages"]]

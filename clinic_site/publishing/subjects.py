"""What an item is about, as keys that items about the same have in common."""


def subjects_of(item):
    """The terms that a rendering explains, and the topic."""
    terms = [f"term:{term}" for term in item.terms]
    return [*terms, f"topic:{item.content_dir}:{item.topic_id}"] if item.has_topic() else terms

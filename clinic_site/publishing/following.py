"""Who keeps something of each item that is or will be public, as a search index does.

Upper layers follow from the `ready` of their app; this one does not know them.
"""

_followers = []


def follow(function):
    """Calls the function with an item in the transaction of each change of its public side."""
    _followers.append(function)
    return function


def tell(item):
    for follower in _followers:
        follower(item)

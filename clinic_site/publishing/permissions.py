"""Who of the staff may do what with the items of a model."""


def may(user, action, model):
    """Whether a member of staff has the permission `add`, `change`, `view`, `publish` …"""
    opts = model._meta
    return user.is_staff and user.has_perm(f"{opts.app_label}.{action}_{opts.model_name}")


def may_see(user, model):
    """Whether drafts and earlier texts are open to this user."""
    return may(user, "view", model) or may(user, "change", model)


def may_change(user, model):
    return may(user, "change", model)


def may_sign_off(user, model):
    return may_see(user, model) and user.has_perm("publishing.add_signoff")


def may_publish(user, model):
    return may_see(user, model) and may(user, "publish", model)


def may_share(user, model):
    """Whether a text that this user sees may be shown to somebody without a login."""
    return may(user, "change", model) or may_publish(user, model)

/* Above the form: what was typed here and never saved, to put back or throw away. */

const LANGUAGE = document.documentElement.lang || undefined;

export function offer(box, form, kept, { putBack, throwAway }) {
  const banner = box.querySelector('template[data-part="kept"]').content.firstElementChild.cloneNode(true);
  const leave = (then) => () => {
    banner.remove();
    then();
  };
  banner.querySelector("[data-put-back]").addEventListener("click", leave(putBack));
  banner.querySelector("[data-throw-away]").addEventListener("click", leave(throwAway));
  banner.querySelector(".kept-buttons").hidden = kept.isOpen;
  form.before(banner);
  banner.querySelector("[role=alert]").textContent = sentence(kept, form);
  banner.scrollIntoView({ block: "nearest" });
}

function sentence({ typedAt, names, isOpen }, form) {
  const when = new Date(typedAt).toLocaleString(LANGUAGE, { dateStyle: "long", timeStyle: "short" });
  const where = names.map((name) => labelOf(form, name)).join(", ");
  return isOpen
    ? `Another tab has this page open, with words that are not saved (${where}, ${when}). Save them there before you write here.`
    : `What you typed here on ${when} was not saved, and is kept in this browser. It differs in: ${where}.`;
}

function labelOf(form, name) {
  const label = form.elements[name]?.labels?.[0]?.textContent ?? name;
  return label.trim().replace(/:$/, "");
}

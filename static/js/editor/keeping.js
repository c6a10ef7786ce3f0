/* Keeps what is typed in this browser until the server has saved it. */

import { differences, givenValues, putBack, typedValues } from "./form_values.js";
import { dropSaved, KeptTexts } from "./kept_texts.js";
import { offer } from "./offering.js";
import { holdTab, openTabs } from "./open_tabs.js";

const MILLISECONDS_AFTER_TYPING = 300;
const NOT_KEPT = "This browser cannot keep your words. Save a draft often.";
const started = new WeakSet();

/* Once a form, however many editors it has. */
export function startKeeping(form, box) {
  if (started.has(form)) return;
  started.add(form);
  new Keeping(form, box);
}

class Keeping {
  constructor(form, box) {
    Object.assign(this, { form, box, id: nameOpening(form), given: givenValues(form), typedAt: Date.now() });
    this.status = box.querySelector(".editor-kept");
    this.kept = new KeptTexts(currentUser(), location.pathname);
    this.isRefused = Boolean(form.querySelector(".errornote, .errorlist"));
    dropSaved();
    holdTab(this.id);
    this.listen();
    if (this.isUnsaved) this.keep();
    this.offerKept();
  }

  listen() {
    for (const typing of ["input", "change"]) this.form.addEventListener(typing, () => this.keepSoon());
    document.addEventListener("visibilitychange", () => document.hidden && this.keep());
    window.addEventListener("pagehide", () => this.keep());
    this.form.addEventListener("submit", (event) => (this.isSending = !event.defaultPrevented));
    window.addEventListener("beforeunload", (event) => {
      if (this.isUnsaved && !this.isSending) event.preventDefault();
    });
  }

  /* After a refused save the form shows what was typed, and the server has none of it. */
  get isUnsaved() {
    return this.isRefused || differences(typedValues(this.form), this.given).length > 0;
  }

  keepSoon() {
    if (this.isSending) this.beginAnew();
    this.typedAt = Date.now();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), MILLISECONDS_AFTER_TYPING);
  }

  /* What is typed while a save is on its way is no part of it, so the answer must not drop it. */
  beginAnew() {
    this.isSending = false;
    this.id = this.form.elements.browser_draft.value = newId();
    holdTab(this.id);
  }

  keep() {
    const isKept = this.isUnsaved && this.kept.keep(this.id, typedValues(this.form), this.typedAt);
    if (!this.isUnsaved) this.kept.drop(this.id);
    this.tell(isKept ? `Kept in this browser at ${timeOfDay(this.typedAt)}.` : this.isUnsaved ? NOT_KEPT : "");
    return isKept;
  }

  tell(sentence) {
    this.status.textContent = sentence;
  }

  async offerKept() {
    const others = this.kept.all().filter(({ id }) => id !== this.id);
    const open = await openTabs(others.map(({ id }) => id));
    for (const text of others) {
      const names = differences(text.values, typedValues(this.form));
      if (names.length) this.offer({ ...text, names, isOpen: open.has(text.id) });
      else if (!open.has(text.id) && (!this.isUnsaved || this.keep())) this.kept.drop(text.id);
    }
  }

  offer(text) {
    offer(this.box, this.form, text, {
      putBack: () => this.putBack(text),
      throwAway: () => this.kept.drop(text.id),
    });
  }

  /* What stood in the form is offered in its place, if the server has it not. */
  putBack(text) {
    const stood = this.isUnsaved ? typedValues(this.form) : null;
    putBack(this.form, text.values);
    if (stood) this.swap(text, stood);
    else if (this.keep()) this.kept.drop(text.id);
  }

  swap(text, values) {
    const names = differences(values, text.values);
    const typedAt = Date.now();
    this.kept.keep(text.id, values, typedAt);
    this.keep();
    if (names.length) this.offer({ ...text, values, names, typedAt });
  }
}

const currentUser = () => JSON.parse(document.getElementById("editor-user")?.textContent ?? "0");

const timeOfDay = (moment) =>
  new Date(moment).toLocaleTimeString(document.documentElement.lang || undefined, { hour: "2-digit", minute: "2-digit" });

/* The number of this opening; the page after a refused save goes on with that of the one before. */
function nameOpening(form) {
  if (form.elements.browser_draft) return form.elements.browser_draft.value;
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name: "browser_draft", value: newId() });
  form.append(field);
  return field.value;
}

/* A UUID; the browser's own function is there on https only. */
function newId() {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  const digits = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

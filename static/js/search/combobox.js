/* The editable combobox of the ARIA Authoring Practices: a list of suggestions, none chosen for you. */

const BACK_TO_THE_TEXT = ["Home", "End", "ArrowLeft", "ArrowRight"];

export class Combobox {
  /* `suggest(words)` gives suggestions or null, in time; `open(suggestion)` goes where one leads. */
  constructor(field, { suggest, open }) {
    Object.assign(this, { field, suggest, open, suggestions: [], active: -1, asked: 0 });
    this.list = made("ul", "suggestions", { id: `${field.id}-suggestions`, role: "listbox", "aria-label": "Suggestions" });
    this.status = made("p", "visually-hidden", { role: "status" });
    set(field, { role: "combobox", "aria-autocomplete": "list", "aria-controls": this.list.id });
    field.after(this.list, this.status);
    this.close();
    this.listen();
  }

  listen() {
    this.field.addEventListener("input", (event) => event.isComposing || this.ask());
    this.field.addEventListener("compositionend", () => this.ask());
    this.field.addEventListener("keydown", (event) => this.press(event));
    this.field.addEventListener("blur", () => this.leave());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", ({ target }) => this.take(this.options.indexOf(target.closest("[role=option]"))));
  }

  get options() {
    return [...this.list.children];
  }

  get isOpen() {
    return !this.list.hidden;
  }

  async ask() {
    const asked = ++this.asked;
    const suggestions = await this.suggest(this.field.value.trim());
    if (asked === this.asked) this.show(suggestions ?? []);
  }

  show(suggestions) {
    const hadSome = this.isOpen;
    this.close();
    this.suggestions = suggestions;
    this.list.replaceChildren(...suggestions.map((suggestion, place) => this.option(suggestion, place)));
    if (suggestions.length) this.unfold();
    else if (hadSome) this.status.textContent = "No suggestions";
  }

  option({ title, kind }, place) {
    const option = made("li", "suggestions__option", { id: `${this.list.id}-${place}`, role: "option" });
    option.append(made("span", "", {}, title), " ", made("span", "suggestions__kind", {}, kind));
    return option;
  }

  unfold() {
    const count = this.suggestions.length;
    this.list.hidden = false;
    set(this.field, { "aria-expanded": true });
    this.status.textContent = count === 1 ? "1 suggestion" : `${count} suggestions`;
  }

  close() {
    this.activate(-1);
    this.list.hidden = true;
    set(this.field, { "aria-expanded": false });
    this.status.textContent = "";
  }

  /* What was asked before is not shown any more. */
  leave() {
    this.asked++;
    this.close();
  }

  activate(place) {
    this.active = place;
    this.options.forEach((option, at) => set(option, { "aria-selected": at === place }));
    const option = this.options[place];
    if (option) set(this.field, { "aria-activedescendant": option.id });
    else this.field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  /* Keys of an input method (229 in Safari) are not for us. */
  press(event) {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (BACK_TO_THE_TEXT.includes(event.key)) this.activate(-1);
    const isDone = { ArrowDown: this.down, ArrowUp: this.up, Enter: this.enter, Escape: this.escape }[event.key];
    if (isDone?.call(this, event)) event.preventDefault();
  }

  down({ altKey }) {
    if (this.isOpen) return altKey || this.step(1);
    if (!this.suggestions.length) this.ask();
    else this.unfold();
    return altKey || !this.isOpen || this.step(1);
  }

  up({ altKey }) {
    if (!this.isOpen) return false;
    if (altKey) this.close();
    return altKey || this.step(-1);
  }

  step(by) {
    const count = this.suggestions.length;
    this.activate(this.active < 0 && by < 0 ? count - 1 : (this.active + by + count) % count);
    return true;
  }

  enter() {
    return this.isOpen && this.take(this.active);
  }

  escape() {
    if (this.isOpen) {
      this.leave();
      return true;
    }
    const hasWords = this.field.value !== "";
    this.field.value = "";
    this.suggestions = [];
    return hasWords;
  }

  take(place) {
    const suggestion = this.suggestions[place];
    this.close();
    if (suggestion) this.open(suggestion);
    return Boolean(suggestion);
  }
}

function made(name, css, attributes, words = "") {
  const element = document.createElement(name);
  element.className = css;
  element.textContent = words;
  set(element, attributes);
  return element;
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

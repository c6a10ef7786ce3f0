/* A dialog in which one types words and chooses from what the server finds: a combobox. */

import { openDialog } from "./dialogs.js";
import { get, refusal } from "./server.js";

const MILLISECONDS_AFTER_TYPING = 150;

/* `words` names the parts of the dialog; `describe` gives title and detail of a result. */
export function lookUp({ box, address, words, query, describe, done }) {
  const dialog = openDialog(box, "lookup");
  const lookup = new Lookup(dialog, { address, words, describe });
  lookup.field.value = query;
  lookup.field.select();
  lookup.search();
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = lookup.results[lookup.current];
    if (!chosen) return lookup.tell(words.nothingChosen);
    dialog.close();
    done(chosen);
  });
}

class Lookup {
  constructor(dialog, { address, words, describe }) {
    Object.assign(this, { address, words, describe, results: [], current: -1, searches: 0 });
    this.field = dialog.querySelector("[role=combobox]");
    this.options = dialog.querySelector("[role=listbox]");
    this.status = dialog.querySelector("[role=status]");
    this.button = dialog.querySelector("[type=submit]");
    dialog.querySelector("h2").textContent = words.title;
    dialog.querySelector("label").textContent = words.label;
    this.options.setAttribute("aria-label", words.options);
    this.button.textContent = words.button;
    this.field.addEventListener("input", () => this.searchSoon());
    this.field.addEventListener("keydown", (event) => this.move(event));
    this.options.addEventListener("click", (event) => this.take(event));
  }

  searchSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), MILLISECONDS_AFTER_TYPING);
  }

  async search() {
    const search = ++this.searches;
    const answer = await get(this.address, { q: this.field.value });
    if (search !== this.searches) return;
    this.show(answer.ok ? JSON.parse(answer.text).results : []);
    this.tell(answer.ok ? this.words.found(this.results.length) : refusal(answer));
  }

  show(results) {
    this.results = results;
    this.options.replaceChildren(...results.map((result, index) => this.option(result, index)));
    this.options.hidden = results.length === 0;
    this.field.setAttribute("aria-expanded", String(results.length > 0));
    this.choose(results.length ? 0 : -1);
  }

  option(result, index) {
    const option = document.createElement("li");
    const { title, detail } = this.describe(result);
    option.id = `lookup-option-${index}`;
    option.role = "option";
    option.append(line("lookup-title", title), line("lookup-detail", detail));
    return option;
  }

  choose(index) {
    this.current = index;
    [...this.options.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    const option = this.options.children[index];
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !this.results.length) return;
    event.preventDefault();
    this.choose((this.current + step + this.results.length) % this.results.length);
  }

  take({ target }) {
    this.choose([...this.options.children].indexOf(target.closest("[role=option]")));
    if (this.current >= 0) this.button.click();
  }

  tell(sentence) {
    this.status.textContent = sentence;
  }
}

function line(name, words) {
  const element = document.createElement("span");
  element.className = name;
  element.textContent = words;
  return element;
}

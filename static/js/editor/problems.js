/* What is wrong with the text: a list below it, and a marker beside each line. */

import { startGutter } from "./gutter.js";
import { measureLines } from "./mirror.js";

/* As the form says them after a refused publish. */
const ON_LINE = /^Line (\d+): /;

export const startProblems = (box, text) => new Problems(box, text);

class Problems {
  constructor(box, text) {
    Object.assign(this, { box, text });
    this.list = box.querySelector(".editor-problems");
    this.gutter = startGutter(box, text, (line) => this.goTo(line));
    this.refused = refusedProblems(box);
    text.addEventListener("input", () => (this.refused = []));
    this.show([]);
  }

  show(problems) {
    const known = new Set(problems.map(({ sentence }) => sentence));
    const all = [...problems, ...this.refused.filter(({ sentence }) => !known.has(sentence))];
    all.sort((one, other) => one.line - other.line);
    this.list.replaceChildren(...all.map((problem, index) => this.entry(problem, index)));
    this.list.hidden = all.length === 0;
    this.gutter.show(all);
  }

  entry({ line, sentence }, index) {
    const entry = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.id = `${this.text.id}-problem-${index}`;
    button.textContent = sentence;
    button.addEventListener("click", () => this.goTo(line));
    entry.append(button);
    return entry;
  }

  /* Puts the cursor at the start of the line, and the line in view. */
  goTo(line) {
    const lines = this.text.value.split("\n").slice(0, line - 1);
    const place = lines.reduce((length, one) => length + one.length + 1, 0);
    const [top] = measureLines(this.box, this.text, [line]);
    this.text.focus();
    this.text.setSelectionRange(place, place);
    this.text.scrollTop = top - this.text.clientHeight / 3;
  }
}

function refusedProblems(box) {
  const sentences = [...(box.closest(".form-row")?.querySelectorAll(".errorlist li") ?? [])];
  return sentences
    .map(({ textContent: sentence }) => ({ line: Number(sentence.match(ON_LINE)?.[1]), sentence }))
    .filter(({ line }) => line);
}

/* Beside the text: a marker on each line that has a problem, which shows its sentence. */

import { measureLines } from "./mirror.js";

const MILLISECONDS_AFTER_TYPING = 200;

export const startGutter = (box, text, goTo) => new Gutter(box, text, goTo);

class Gutter {
  constructor(box, text, goTo) {
    Object.assign(this, { box, text, goTo, markers: [] });
    this.column = box.querySelector(".editor-gutter");
    this.hint = box.querySelector(".editor-hint");
    text.addEventListener("scroll", () => this.follow());
    text.addEventListener("input", () => this.placeSoon());
    text.addEventListener("pointerdown", () => this.hideHint());
    new ResizeObserver(() => this.place()).observe(text);
    this.column.parentElement.addEventListener("keydown", ({ key }) => key === "Escape" && this.hideHint());
    this.hint.addEventListener("pointerleave", () => this.hideHint());
  }

  /* One marker a line, described by its entries in the list of problems. */
  show(problems) {
    const byLine = new Map();
    problems.forEach(({ line, sentence }, index) => {
      const marker = byLine.get(line) ?? { line, sentences: [], ids: [] };
      marker.sentences.push(sentence);
      marker.ids.push(`${this.text.id}-problem-${index}`);
      byLine.set(line, marker);
    });
    this.hideHint();
    this.markers = [...byLine.values()];
    this.column.replaceChildren(...this.markers.map((marker) => this.button(marker)));
    this.place();
  }

  button(marker) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = marker.line;
    button.setAttribute("aria-label", `Problem on line ${marker.line}`);
    button.setAttribute("aria-describedby", marker.ids.join(" "));
    button.addEventListener("pointerenter", () => this.showHint(marker));
    button.addEventListener("pointerleave", ({ relatedTarget }) => relatedTarget !== this.hint && this.hideHint());
    button.addEventListener("focus", () => this.bringIntoView(marker));
    button.addEventListener("blur", () => this.hideHint());
    button.addEventListener("click", () => {
      this.goTo(marker.line);
      this.showHint(marker);
    });
    return button;
  }

  placeSoon() {
    this.hideHint();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.place(), MILLISECONDS_AFTER_TYPING);
  }

  place() {
    if (!this.markers.length) return;
    const tops = measureLines(this.box, this.text, this.markers.map(({ line }) => line));
    this.markers.forEach((marker, index) => (marker.top = tops[index]));
    this.follow();
  }

  /* Keeps markers and hint beside their lines while the text scrolls. */
  follow() {
    this.markers.forEach((marker, index) => this.putBeside(this.column.children[index], marker));
    if (this.hinted) this.putBeside(this.hint, this.hinted);
  }

  putBeside(element, marker) {
    element.style.insetBlockStart = `${marker.top - this.text.scrollTop}px`;
  }

  bringIntoView(marker) {
    const below = marker.top - this.text.scrollTop;
    if (below < 0 || below > this.text.clientHeight * 0.9) this.text.scrollTop = marker.top - this.text.clientHeight / 3;
    this.showHint(marker);
  }

  showHint(marker) {
    this.hinted = marker;
    this.hint.textContent = marker.sentences.join("\n");
    this.hint.hidden = false;
    this.follow();
  }

  hideHint() {
    this.hinted = null;
    this.hint.hidden = true;
  }
}

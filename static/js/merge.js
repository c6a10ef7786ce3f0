/* Where two people changed the same words: puts either text, or both, into the field. */

import { replace } from "./editor/typing.js";

/* A line that is no part of the paragraph before it. */
const BLOCK = /^[ \t]*(?:[-*+] |[#|>:!]|\/\/\/|\d+\. )/;
const TYPED = "You changed these words in the field yourself, so they stay as you typed them.";

class Place {
  constructor(box) {
    this.field = document.getElementById(box.dataset.mergeField);
    this.words = { mine: box.dataset.mine, theirs: box.dataset.theirs, both: bothOf(box.dataset) };
    this.start = inUnits(this.field.value, Number(box.dataset.at));
    this.end = this.start + this.words.mine.length;
    this.choice = box.querySelector(".merge__choice");
    this.isText = this.field.matches("textarea, input[type=text]");
    this.show();
  }

  show() {
    this.choice.hidden = false;
    this.choice.querySelector("[value=both]").hidden = !this.field.matches("textarea");
    for (const button of this.buttons) button.addEventListener("click", () => this.choose(button));
    this.field.addEventListener("input", () => this.follow());
    this.before = this.field.value;
  }

  get buttons() {
    return this.choice.querySelectorAll("button");
  }

  choose(chosen) {
    const words = this.words[chosen.value];
    this.isChoosing = true;
    if (this.isText) replace(this.field, [this.start, this.end], words);
    else this.field.value = words;
    this.isChoosing = false;
    for (const button of this.buttons) button.setAttribute("aria-pressed", String(button === chosen));
  }

  /* Keeps to its words while the text around them changes. */
  follow() {
    const { from, until, growth } = change(this.before, this.field.value);
    this.before = this.field.value;
    const isBehind = until <= this.start && !this.isChoosing;
    if (isBehind) this.start += growth;
    if (isBehind || from < this.end || this.isChoosing) this.end += growth;
    if (!this.isChoosing && from < this.end && until > this.start) this.leave();
  }

  leave() {
    for (const button of this.buttons) button.disabled = true;
    this.choice.querySelector("[role=status]").textContent = TYPED;
  }
}

/* Characters as the server counts them, in the units of this language. */
const inUnits = (text, count) => [...text].slice(0, count).join("").length;

function bothOf({ mine, theirs }) {
  const isGapped = !mine || !theirs || /\s$/.test(mine) || /^\s/.test(theirs);
  return isGapped ? mine + theirs : mine + gapBetween(mine, theirs) + theirs;
}

/* Entries of a list stay below each other, and words of a paragraph in it. */
function gapBetween(mine, theirs) {
  if (BLOCK.test(mine) && BLOCK.test(theirs)) return "\n";
  return [mine, theirs].some((words) => BLOCK.test(words) || words.includes("\n\n")) ? "\n\n" : " ";
}

/* Which part of a text was replaced, and by how much it grew. */
function change(before, after) {
  const growth = after.length - before.length;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { from, until: before.length - same, growth };
}

for (const box of document.querySelectorAll(".merge__place")) new Place(box);

/* The preview as wide as a phone or a desktop; the choice is remembered on this device. */

import { readKept, writeKept } from "./browser_store.js";

const CHOICE = "editor-preview-width";
const PHONE = 390;

export function startPreviewWidth(section) {
  const buttons = [...section.querySelectorAll("[data-width]")];
  const paper = section.querySelector(".preview-frame");
  const choose = (width) => {
    buttons.forEach((button) => button.setAttribute("aria-pressed", String(Number(button.dataset.width) === width)));
    section.parentElement.classList.toggle("is-narrow", width === PHONE);
    paper.style.setProperty("--width", width);
    fit(paper, width);
  };
  const chosen = () => Number(readKept(CHOICE)) || PHONE;
  for (const button of buttons) {
    button.addEventListener("click", () => {
      writeKept(CHOICE, button.dataset.width);
      choose(Number(button.dataset.width));
    });
  }
  choose(chosen());
  new ResizeObserver(() => fit(paper, Number(paper.style.getPropertyValue("--width")))).observe(paper);
}

/* A page that is wider than its place is shown smaller, as a whole. */
function fit(paper, width) {
  paper.style.setProperty("--scale", Math.min(1, paper.clientWidth / width));
}

/* Care cards and other boxes: around the selected lines, or begun below the line of the cursor. */

import { openDialog } from "./dialogs.js";
import { insertParagraph, linesAround, missingGap, replace } from "./typing.js";

export function findBox({ box, text }) {
  const dialog = openDialog(box, "box");
  dialog.addEventListener("click", ({ target }) => {
    if (target.dataset.opening === undefined) return;
    dialog.close();
    insertBox(text, target.dataset.opening);
  });
}

/* An opening that ends with a space waits for its heading; the others for their first line. */
function insertBox(text, opening) {
  const isHeadingNext = opening.endsWith(" ");
  const held = text.value.slice(...selectedLines(text)).trim();
  const start = `${opening}\n\n${held || (isHeadingNext ? "" : "- ")}`;
  const place = isHeadingNext ? opening.length : start.length;
  const words = `${start}\n\n///`;
  if (held) wrap(text, words, place);
  else insertParagraph(text, words, [place, place]);
}

const selectedLines = ({ value, selectionStart: start, selectionEnd: end }) =>
  start === end ? [0, 0] : linesAround(value, start, end);

function wrap(text, words, place) {
  const [from, to] = selectedLines(text);
  const gap = missingGap(text.value.slice(0, from));
  const after = missingGapAfter(text.value.slice(to));
  replace(text, [from, to], gap + words + after, [gap.length + place, gap.length + place]);
}

const missingGapAfter = (rest) => (/^\n[^\n]/.test(rest) ? "\n" : "");

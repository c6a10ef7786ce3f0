/* The Markdown editor of the admin: each module under editor/ does one thing of it. */

import { findBox } from "./editor/boxes.js";
import { openCheatSheet } from "./editor/cheat_sheet.js";
import { bold, heading, list } from "./editor/formatting.js";
import { startKeeping } from "./editor/keeping.js";
import { citeReference, linkToItem } from "./editor/links.js";
import { addPicture, takeFiles } from "./editor/pictures.js";
import { startPreview } from "./editor/preview.js";
import { startPreviewWidth } from "./editor/preview_width.js";
import { startProblems } from "./editor/problems.js";
import { guard } from "./editor/submitting.js";
import { startToolbar } from "./editor/toolbar.js";
import { change } from "./editor/typing.js";

const COMMANDS = {
  heading: ({ text }) => change(text, heading),
  bold: ({ text }) => change(text, bold),
  list: ({ text }) => change(text, list),
  link: linkToItem,
  source: citeReference,
  picture: addPicture,
  box: findBox,
  "cheat-sheet": openCheatSheet,
};

function startEditor(box) {
  const text = box.querySelector("textarea");
  for (const part of box.querySelectorAll(".editor-tools, .markdownx-preview")) part.hidden = false;
  startToolbar(box, text, (name) => COMMANDS[name]({ box, text }));
  takeFiles(box, text);
  startPreviewWidth(box.querySelector(".markdownx-preview"));
  const preview = startPreview(box, text, startProblems(box, text));
  guard(text.form, text.dataset.markdownxUrlsPath, (status) => preview.refuseToSave(status));
  startKeeping(text.form, box);
}

function startEditors(root) {
  for (const box of root.querySelectorAll(".markdownx")) {
    if (!box.closest(".empty-form")) startEditor(box);
  }
}

startEditors(document);
document.addEventListener("formset:added", (event) => startEditors(event.target));

/* The cheat sheet: each construct as it is typed, beside what readers see. */

import { openDialog } from "./dialogs.js";
import { fillFrame } from "./frames.js";
import { get, sentenceFor } from "./server.js";

export async function openCheatSheet({ box }) {
  const dialog = openDialog(box, "cheat-sheet");
  const frame = dialog.querySelector("iframe");
  const answer = await get(box.dataset.cheatSheet);
  if (!answer.ok) return (dialog.querySelector("[role=status]").textContent = sentenceFor(answer.status));
  const show = () => fillFrame(frame, answer.text);
  frame.addEventListener("load", show);
  show();
  // Keys pressed in a frame do not reach the dialog around it.
  frame.contentWindow.addEventListener("keydown", ({ key }) => key === "Escape" && dialog.close());
}

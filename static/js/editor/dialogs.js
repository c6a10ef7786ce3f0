/* Dialogs: each is copied from its template, and gone when it is closed. */

export function openDialog(box, part) {
  const template = box.querySelector(`template[data-part="${part}"]`);
  const dialog = template.content.firstElementChild.cloneNode(true);
  for (const button of dialog.querySelectorAll("[data-close]")) {
    button.addEventListener("click", () => dialog.close());
  }
  dialog.addEventListener("close", () => dialog.remove());
  keepCursor(document.activeElement);
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/* Chromium puts the cursor at the start of a text that gets the focus back from a clicked dialog. */
function keepCursor(field) {
  if (!field.matches("textarea")) return;
  const { selectionStart, selectionEnd, selectionDirection } = field;
  const restore = () => field.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
  field.addEventListener("focus", restore, { once: true });
}

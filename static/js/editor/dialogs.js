/* Dialogs: each is copied from its template, and gone when it is closed. */

export function openDialog(box, part) {
  const template = box.querySelector(`template[data-part="${part}"]`);
  const dialog = template.content.firstElementChild.cloneNode(true);
  for (const button of dialog.querySelectorAll("[data-close]")) {
    button.addEventListener("click", () => dialog.close());
  }
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

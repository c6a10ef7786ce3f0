/* Pictures: by button, paste or drop, each through the dialog that asks for its alt text. */

import { openDialog } from "./dialogs.js";
import { post, refusal } from "./server.js";
import { insertParagraph } from "./typing.js";

const NOT_ALLOWED = "You may not add pictures. Ask a colleague who may.";
const VIEW_WIDTH = 320;

/* A dropped file that nobody takes opens in place of the page. */
export function takeFiles(box, text) {
  const take = (event, { files }) => {
    event.preventDefault();
    addPicture({ box, text, file: files[0] });
  };
  text.addEventListener("dragover", (event) => holdsFiles(event.dataTransfer) && event.preventDefault());
  text.addEventListener("drop", (event) => holdsFiles(event.dataTransfer) && take(event, event.dataTransfer));
  text.addEventListener("paste", (event) => holdsPicture(event.clipboardData) && take(event, event.clipboardData));
}

const holdsFiles = (data) => data.types.includes("Files");

/* A word processor gives its words as a picture too. */
const holdsPicture = (data) => data.files[0]?.type.startsWith("image/") && !data.types.includes("text/plain");

export function addPicture({ box, text, file }) {
  if (!box.querySelector('[data-tool="picture"]')) {
    box.querySelector(".editor-status [role=status]").textContent = NOT_ALLOWED;
    return;
  }
  askForPicture(box, text.dataset.markdownxUploadUrlsPath, file, (code) => insertPicture(text, code));
}

/* The caption is typed next, where the line has room for one. */
function insertPicture(text, code) {
  const place = code.includes('"') ? code.lastIndexOf('"') : code.length;
  insertParagraph(text, code, [place, place]);
}

/* `done` gets the Markdown of the picture once the library has it. */
function askForPicture(box, address, file, done) {
  const dialog = openDialog(box, "picture");
  const form = dialog.querySelector("form");
  const { image, alt_text: altText, is_decorative: isDecorative } = form.elements;
  image.addEventListener("change", () => showView(dialog.querySelector("canvas"), image.files[0]));
  isDecorative.addEventListener("change", () => (altText.disabled = isDecorative.checked));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(dialog, form, address, done);
  });
  if (!file) return;
  image.files = fileList(file);
  image.dispatchEvent(new Event("change"));
}

async function send(dialog, form, address, done) {
  const status = dialog.querySelector(".dialog-status");
  const button = dialog.querySelector("[type=submit]");
  button.disabled = true;
  status.textContent = "Adding the picture …";
  const answer = await post(address, Object.fromEntries(new FormData(form)));
  button.disabled = false;
  status.textContent = answer.ok ? "" : refusal(answer);
  if (!answer.ok || !dialog.open) return;
  dialog.close();
  done(JSON.parse(answer.text).image_code);
}

/* Drawn, as a strict policy lets no page show a file that it was only given. */
async function showView(canvas, file) {
  canvas.hidden = true;
  const picture = file && (await createImageBitmap(file).catch(() => null));
  if (!picture) return;
  canvas.width = Math.min(VIEW_WIDTH, picture.width);
  canvas.height = Math.max(1, Math.round((picture.height * canvas.width) / picture.width));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  canvas.hidden = false;
}

function fileList(file) {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  return transfer.files;
}

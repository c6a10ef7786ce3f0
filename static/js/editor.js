/* The Markdown editor of the admin: a preview of the text, pictures, and no lost words. */

const SENTENCES = {
  0: "The server cannot be reached. Your text is kept here; check the connection and try again.",
  403: "You are logged out, or may not do this. Your text is kept here; log in again in a new tab, then come back.",
};

const sentenceFor = (status) =>
  SENTENCES[status] ?? `The server answered with error ${status}. Your text is kept here; try again in a minute.`;

/* The cookie, as the form's own token is out of date after a new login. */
function csrfToken() {
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  return cookie ? cookie[1] : document.querySelector("[name=csrfmiddlewaretoken]").value;
}

/* The answer, or one with status 0 when there is none; a redirect is no answer. */
async function post(address, fields) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const headers = { "X-CSRFToken": csrfToken() };
  try {
    const response = await fetch(address, { method: "POST", body, headers, redirect: "error" });
    return { ok: response.ok, status: response.status, text: await response.text() };
  } catch {
    return { ok: false, status: 0, text: "" };
  }
}

function startEditor(box) {
  const text = box.querySelector("textarea");
  const frame = box.querySelector("iframe");
  const status = box.querySelector("[role=status]");
  const login = box.querySelector(".editor-login");
  let fragment = "";
  let isStale = false;
  let latest = 0;
  let timer;

  function tell(sentence, code = 200) {
    status.textContent = sentence;
    status.classList.toggle("is-error", code !== 200);
    login.hidden = code !== 403;
  }

  /* Keeps the place that the reader has scrolled to. */
  function show() {
    const page = frame.contentDocument.body;
    page.innerHTML = fragment;
    for (const link of page.querySelectorAll('a[href^="#"]')) link.removeAttribute("href");
    return page.querySelectorAll(".preview-problems li").length;
  }

  async function preview() {
    const mine = ++latest;
    const answer = await post(text.dataset.markdownxUrlsPath, { content: text.value });
    if (mine !== latest) return;
    isStale = !answer.ok;
    if (isStale) return tell(sentenceFor(answer.status), answer.status);
    fragment = answer.text;
    const problems = show();
    tell(problems ? `Problems to mend: ${problems}. They stand above the preview.` : "No problems found.");
  }

  function previewSoon() {
    clearTimeout(timer);
    timer = setTimeout(preview, Number(text.dataset.markdownxLatency));
  }

  function addPicture(file) {
    askForPicture(text.dataset.markdownxUploadUrlsPath, file, (line) => insertParagraph(text, line));
  }

  text.addEventListener("input", previewSoon);
  text.addEventListener("dragover", (event) => holdsFile(event) && event.preventDefault());
  text.addEventListener("drop", (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    addPicture(event.dataTransfer.files[0]);
  });
  window.addEventListener("focus", () => isStale && preview());
  frame.addEventListener("load", show);
  box.querySelector(".editor-add").addEventListener("click", () => addPicture());
  box.querySelectorAll(".editor-tools, .markdownx-preview").forEach((part) => (part.hidden = false));
  if (text.form) guard(text.form, tell, text.dataset.markdownxUrlsPath);
  preview();
}

const holdsFile = (event) => event.dataTransfer.types.includes("Files");

/* A form is sent only while the server would take it, because a login page would swallow the text. */
function guard(form, tell, address) {
  if (form.dataset.guarded) return;
  form.dataset.guarded = "waiting";
  form.addEventListener("submit", async (event) => {
    if (form.dataset.guarded === "sending") return;
    event.preventDefault();
    if (form.dataset.guarded === "asking") return;
    form.dataset.guarded = "asking";
    const { status } = await post(address, { content: "" });
    form.dataset.guarded = "waiting";
    if (status === 0 || status === 403) return tell(`Not saved. ${sentenceFor(status)}`, status);
    form.elements.csrfmiddlewaretoken.value = csrfToken();
    form.dataset.guarded = "sending";
    form.requestSubmit(event.submitter);
    form.dataset.guarded = "waiting";
  });
}

/* Opens the dialog; `done` gets the Markdown of the picture once the library has it. */
function askForPicture(address, file, done) {
  const template = document.querySelector(".markdownx template");
  const dialog = template.content.firstElementChild.cloneNode(true);
  const form = dialog.querySelector("form");
  const status = dialog.querySelector(".picture-status");
  const button = dialog.querySelector("[type=submit]");

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    status.textContent = "Adding the picture …";
    const answer = await post(address, Object.fromEntries(new FormData(form)));
    button.disabled = false;
    status.textContent = answer.ok ? "" : refusal(answer);
    if (!answer.ok) return;
    dialog.close();
    done(JSON.parse(answer.text).image_code);
  });
  dialog.querySelector(".picture-cancel").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  if (file) form.elements.image.files = fileList(file);
  dialog.showModal();
}

function refusal(answer) {
  try {
    return JSON.parse(answer.text).error;
  } catch {
    return sentenceFor(answer.status);
  }
}

function fileList(file) {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  return transfer.files;
}

/* Adds a paragraph below the line of the cursor, such that undo takes it away again. */
function insertParagraph(text, line) {
  const end = text.value.indexOf("\n", text.selectionEnd);
  const place = end < 0 ? text.value.length : end;
  const before = text.value.slice(0, place) ? "\n\n" : "";
  text.focus();
  text.setSelectionRange(place, place);
  if (!document.execCommand("insertText", false, before + line + "\n")) {
    text.setRangeText(before + line + "\n", place, place, "end");
    text.dispatchEvent(new Event("input"));
  }
  const caption = place + before.length + line.lastIndexOf('"');
  text.setSelectionRange(caption, caption);
}

function startEditors(root) {
  for (const box of root.querySelectorAll(".markdownx")) {
    if (!box.closest(".empty-form")) startEditor(box);
  }
}

startEditors(document);
document.addEventListener("formset:added", (event) => startEditors(event.target));

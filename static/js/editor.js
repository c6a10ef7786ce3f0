/* The Markdown editor of the admin: a preview of the text, pictures, and no lost words. */

const page = document.documentElement;

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

class Editor {
  constructor(box) {
    this.text = box.querySelector("textarea");
    this.frame = box.querySelector("iframe");
    this.status = box.querySelector("[role=status]");
    this.login = box.querySelector(".editor-login");
    this.addresses = {
      preview: this.text.dataset.markdownxUrlsPath,
      upload: this.text.dataset.markdownxUploadUrlsPath,
    };
    this.fragment = "";
    this.requests = 0;
    for (const part of box.querySelectorAll(".editor-tools, .markdownx-preview")) part.hidden = false;
    this.listen(box.querySelector(".editor-add"));
    this.preview();
  }

  listen(addButton) {
    this.text.addEventListener("input", () => this.previewSoon());
    this.text.addEventListener("dragover", (event) => holdsFile(event) && event.preventDefault());
    this.text.addEventListener("drop", (event) => this.takeFile(event));
    addButton.addEventListener("click", () => this.addPicture());
    this.frame.addEventListener("load", () => this.show());
    window.addEventListener("focus", () => this.isStale && this.preview());
    new MutationObserver(() => this.followTheme()).observe(page, { attributeFilter: ["data-theme"] });
    guard(this.text.form, this.addresses.preview, (status) => this.refuseToSave(status));
  }

  previewSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.preview(), Number(this.text.dataset.markdownxLatency));
  }

  async preview() {
    const request = ++this.requests;
    const answer = await post(this.addresses.preview, { content: this.text.value });
    if (request !== this.requests) return;
    this.isStale = !answer.ok;
    if (this.isStale) return this.tell(sentenceFor(answer.status), answer.status);
    this.fragment = answer.text;
    this.show();
    this.tell(sentenceOnProblems(answer.text));
  }

  /* Keeps the place that the reader has scrolled to. While the frame loads it has no body. */
  show() {
    const body = this.frame.contentDocument?.body;
    if (!body) return;
    this.followTheme();
    body.innerHTML = this.fragment;
    // The page around the text is not there, so links within it lead nowhere.
    for (const link of body.querySelectorAll('a[href^="#"]')) link.removeAttribute("href");
  }

  /* The preview is light or dark as the admin is. */
  followTheme() {
    this.frame.contentDocument?.documentElement?.setAttribute("data-theme", page.dataset.theme ?? "auto");
  }

  tell(sentence, status = 200) {
    this.status.textContent = sentence;
    this.status.classList.toggle("is-error", status !== 200);
    this.login.hidden = status !== 403;
  }

  /* A preview on its way must not replace these words. */
  refuseToSave(status) {
    clearTimeout(this.timer);
    this.requests += 1;
    this.isStale = true;
    this.tell(`Not saved. ${sentenceFor(status)}`, status);
    this.status.scrollIntoView({ block: "center" });
  }

  takeFile(event) {
    if (!holdsFile(event)) return;
    event.preventDefault();
    this.addPicture(event.dataTransfer.files[0]);
  }

  addPicture(file) {
    askForPicture(this.addresses.upload, file, (line) => insertParagraph(this.text, line));
  }
}

const holdsFile = (event) => event.dataTransfer.types.includes("Files");

function sentenceOnProblems(fragment) {
  const parsed = new DOMParser().parseFromString(fragment, "text/html");
  const problems = parsed.querySelectorAll(".preview-problems li").length;
  return problems ? `Problems to mend: ${problems}, listed at the top of the preview.` : "No problems found.";
}

/* A form is sent only while the server would take it, because a login page would swallow the text. */
function guard(form, address, refuse) {
  if (form.dataset.guarded) return;
  form.dataset.guarded = "waiting";
  form.addEventListener("submit", async (event) => {
    if (form.dataset.guarded === "sending") return;
    event.preventDefault();
    if (form.dataset.guarded === "asking") return;
    form.dataset.guarded = "asking";
    const { status } = await post(address, { content: "" });
    form.dataset.guarded = "waiting";
    if (status === 0 || status === 403) refuse(status);
    else send(form, event.submitter);
  });
}

function send(form, button) {
  form.elements.csrfmiddlewaretoken.value = csrfToken();
  form.dataset.guarded = "sending";
  form.requestSubmit(button);
  form.dataset.guarded = "waiting";
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
    if (!answer.ok || !dialog.open) return;
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
  const gap = missingGap(text.value.slice(0, place));
  const words = gap + line + (/^\n[^\n]/.test(text.value.slice(place)) ? "\n" : "");
  text.focus();
  text.setSelectionRange(place, place);
  if (!document.execCommand("insertText", false, words)) {
    text.setRangeText(words, place, place, "end");
    text.dispatchEvent(new Event("input"));
  }
  const caption = place + gap.length + line.lastIndexOf('"');
  text.setSelectionRange(caption, caption);
}

function missingGap(before) {
  if (before === "" || before.endsWith("\n\n")) return "";
  return before.endsWith("\n") ? "\n" : "\n\n";
}

function startEditors(root) {
  for (const box of root.querySelectorAll(".markdownx")) {
    if (!box.closest(".empty-form")) new Editor(box);
  }
}

startEditors(document);
document.addEventListener("formset:added", (event) => startEditors(event.target));

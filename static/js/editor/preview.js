/* The preview: the server's rendering of the text, and what is wrong with it. */

import { fillFrame, keepTheme } from "./frames.js";
import { post, sentenceFor } from "./server.js";

export const startPreview = (box, text, problems) => new Preview(box, text, problems);

class Preview {
  constructor(box, text, problems) {
    Object.assign(this, { text, problems, fragment: "", requests: 0 });
    this.frame = box.querySelector(".preview-frame iframe");
    this.status = box.querySelector(".editor-status [role=status]");
    this.login = box.querySelector(".editor-login");
    this.text.addEventListener("input", () => this.updateSoon());
    this.frame.addEventListener("load", () => this.show());
    for (const back of ["focus", "online"]) window.addEventListener(back, () => this.isStale && this.update());
    keepTheme(this.frame);
    this.update();
  }

  updateSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.update(), Number(this.text.dataset.markdownxLatency));
  }

  async update() {
    const request = ++this.requests;
    const answer = await post(this.text.dataset.markdownxUrlsPath, { content: this.text.value });
    if (request !== this.requests) return;
    this.isStale = !answer.ok;
    if (this.isStale) return this.tell(sentenceFor(answer.status), answer.status);
    this.take(answer.text);
  }

  take(answer) {
    const { body } = new DOMParser().parseFromString(answer, "text/html");
    const found = body.querySelector(".preview-problems");
    const problems = [...(found?.children ?? [])].map((item) => ({
      line: Number(item.dataset.line),
      sentence: item.textContent,
    }));
    found?.remove();
    this.fragment = body.innerHTML;
    this.show();
    this.problems.show(problems);
    this.tell(problems.length ? `Problems to mend: ${problems.length}.` : "No problems found.");
  }

  show() {
    fillFrame(this.frame, this.fragment);
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
}

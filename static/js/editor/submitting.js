/* A form is sent only while the server would take it, because a login page would swallow the text. */

import { csrfToken, post } from "./server.js";

export function guard(form, address, refuse) {
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

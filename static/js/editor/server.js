/* Asks the server, and says in words what went wrong. */

const SENTENCES = {
  0: "The server cannot be reached. Your text is kept here; check the connection and try again.",
  403: "You are logged out, or may not do this. Your text is kept here; log in again in a new tab, then come back.",
};

export const sentenceFor = (status) =>
  SENTENCES[status] ?? `The server answered with error ${status}. Your text is kept here; try again in a minute.`;

/* The cookie, as the form's own token is out of date after a new login. */
export function csrfToken() {
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  return cookie ? cookie[1] : document.querySelector("[name=csrfmiddlewaretoken]").value;
}

export function post(address, fields) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return ask(address, { method: "POST", body, headers: { "X-CSRFToken": csrfToken() } });
}

export const get = (address, query = {}) => ask(`${address}?${new URLSearchParams(query)}`, {});

/* The answer, or one with status 0 when there is none; a redirect is no answer. */
async function ask(address, options) {
  try {
    const response = await fetch(address, { ...options, redirect: "error" });
    return { ok: response.ok, status: response.status, text: await response.text() };
  } catch {
    return { ok: false, status: 0, text: "" };
  }
}

/* The server's own sentence about a refusal, or ours. */
export function refusal(answer) {
  try {
    return JSON.parse(answer.text).error;
  } catch {
    return sentenceFor(answer.status);
  }
}

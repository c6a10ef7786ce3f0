/* Tells the site that results were shown and that one was opened: which words, and not who it was. */

const results = document.querySelector("[data-counted]");

function tell(event) {
  const { counted, token } = results.dataset;
  navigator.sendBeacon(counted, new URLSearchParams({ token, event }));
}

function tellOfLink({ target, type, button }) {
  const isMiddle = type === "auxclick" && button === 1;
  if (target.closest("a") && (type === "click" || isMiddle)) {
    tell("opened");
    stop.abort();
  }
}

const stop = new AbortController();
if (results) {
  tell("shown");
  for (const type of ["click", "auxclick"]) {
    results.addEventListener(type, tellOfLink, { signal: stop.signal });
  }
}

/* Frames that look like the site: a fragment of HTML in them, light or dark as the admin is. */

const page = document.documentElement;

/* Keeps the place that the reader has scrolled to. While the frame loads it has no body. */
export function fillFrame(frame, fragment) {
  const body = frame.contentDocument?.body;
  if (!body) return;
  followTheme(frame);
  body.innerHTML = fragment;
  // The page around the text is not there, so links within it lead nowhere.
  for (const link of body.querySelectorAll('a[href^="#"]')) link.removeAttribute("href");
}

export function keepTheme(frame) {
  new MutationObserver(() => followTheme(frame)).observe(page, { attributeFilter: ["data-theme"] });
}

function followTheme(frame) {
  frame.contentDocument?.documentElement?.setAttribute("data-theme", page.dataset.theme ?? "auto");
}

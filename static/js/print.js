// Shows the print button, which does nothing without a script, and dates each printed copy.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

addEventListener("beforeprint", () => {
  const today = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  for (const place of document.querySelectorAll("[data-printed]")) {
    place.textContent = `; this one was printed on ${today}`;
  }
});

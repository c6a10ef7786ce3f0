/* The buttons above the text: one stop of the Tab key, arrow keys within, and keys in the text. */

const STEPS = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

export function startToolbar(box, text, run) {
  const buttons = [...box.querySelectorAll("[data-tool]")];
  const stopAt = (current) => buttons.forEach((button) => (button.tabIndex = button === current ? 0 : -1));
  stopAt(buttons[0]);
  for (const button of buttons) {
    button.addEventListener("click", () => run(button.dataset.tool));
    button.addEventListener("focus", () => stopAt(button));
    button.addEventListener("keydown", (event) => step(buttons, event));
  }
  text.addEventListener("keydown", (event) => runShortcut(buttons, event, run));
}

function step(buttons, event) {
  if (!(event.key in STEPS)) return;
  event.preventDefault();
  const place = buttons.indexOf(event.target) + STEPS[event.key];
  buttons[Math.min(Math.max(place, 0), buttons.length - 1)].focus();
}

function runShortcut(buttons, event, run) {
  if (event.isComposing) return;
  const keys = pressed(event);
  const button = buttons.find((one) => one.getAttribute("aria-keyshortcuts").split(" ").includes(keys));
  if (!button) return;
  event.preventDefault();
  run(button.dataset.tool);
}

/* A digit by its place, as Shift makes another character of it; a letter by what it types. */
function pressed(event) {
  const held = ["Control", "Meta", "Alt", "Shift"].filter((key) => event.getModifierState(key));
  const key = event.code.startsWith("Digit") ? event.code.slice(-1) : event.key.toUpperCase();
  return [...held, key].join("+");
}

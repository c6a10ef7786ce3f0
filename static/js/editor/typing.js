/* Changes of the text such that undo takes them back. */

/* Replaces a stretch of the text; `selected` is what the writer types over next, within the words. */
export function replace(text, [from, to], words, selected = [words.length, words.length]) {
  text.focus();
  text.setSelectionRange(from, to);
  const isTyped = words ? document.execCommand("insertText", false, words) : document.execCommand("delete");
  if (!isTyped) write(text, from, to, words);
  text.setSelectionRange(from + selected[0], from + selected[1]);
}

function write(text, from, to, words) {
  text.setRangeText(words, from, to, "end");
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

/* A command gets value and selection, and gives the stretch, its new words and what to select. */
export function change(text, command) {
  const { range, words, selected } = command(text.value, text.selectionStart, text.selectionEnd);
  replace(text, range, words, selected);
}

/* Adds a paragraph below the line of the cursor. */
export function insertParagraph(text, words, selected) {
  const [, place] = linesAround(text.value, text.selectionEnd, text.selectionEnd);
  const gap = missingGap(text.value.slice(0, place));
  const after = /^\n[^\n]/.test(text.value.slice(place)) ? "\n" : "";
  const moved = selected?.map((offset) => gap.length + offset);
  replace(text, [place, place], gap + words + after, moved);
}

/* What a paragraph needs between the words before it and itself. */
export function missingGap(before) {
  if (before === "" || before.endsWith("\n\n")) return "";
  return before.endsWith("\n") ? "\n" : "\n\n";
}

/* Start and end of the lines that a selection touches; one it ends before is not meant. */
export function linesAround(value, start, end) {
  const last = end > start && value[end - 1] === "\n" ? end - 1 : end;
  const next = value.indexOf("\n", last);
  return [value.slice(0, start).lastIndexOf("\n") + 1, next < 0 ? value.length : next];
}

/* Where the lines of the text stand: they wrap, so a copy of the text is laid out and measured. */

/* The distance of each line's top from the top of the whole text, in pixels; lines ascend. */
export function measureLines(box, text, lines) {
  const mirror = box.querySelector(".editor-mirror");
  const typed = text.value.split("\n");
  const marks = lines.map(() => document.createElement("span"));
  let done = 0;
  mirror.style.setProperty("inline-size", `${text.clientWidth}px`);
  mirror.replaceChildren();
  lines.forEach((line, index) => {
    const upTo = Math.min(line - 1, typed.length - 1);
    mirror.append(typed.slice(done, upTo).join("\n") + (upTo > done ? "\n" : ""), marks[index]);
    done = Math.max(done, upTo);
  });
  const tops = marks.map((mark) => mark.offsetTop);
  mirror.replaceChildren();
  return tops;
}

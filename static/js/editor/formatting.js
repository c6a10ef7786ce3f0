/* Heading, bold and list: each a function of text and selection that takes itself back. */

import { linesAround } from "./typing.js";

const MARK = /^\s*(?:#{1,6}|[-*+]|\d+\.)\s+/;
const BULLET = /^\s*[-*+]\s+/;
const ITEM = /^\s*(?:[-*+]|\d+\.)\s/;
const LEVELS = { "": "## ", "## ": "### ", "### ": "" };

const isBlank = (line) => line.trim() === "";

/* Section, part of a section, plain text, and round again. */
export function heading(value, start, end) {
  const lines = selectedLines(value, start, end);
  const level = lines.texts[0].match(/^#{2,3} /)?.[0] ?? "";
  const headed = (line) => LEVELS[level] + line.replace(MARK, "");
  return withLines(lines, (line) => (isBlank(line) && lines.texts.length > 1 ? line : headed(line)));
}

export function list(value, start, end) {
  const lines = selectedLines(value, start, end);
  const isListed = lines.texts.every((line) => isBlank(line) || BULLET.test(line)) && BULLET.test(lines.texts.join("\n"));
  if (isListed) return withLines(lines, (line) => line.replace(BULLET, ""));
  const item = (line) => `- ${line.replace(MARK, "")}`;
  const listed = withLines(lines, (line) => (isBlank(line) && lines.texts.length > 1 ? line : item(line)));
  return needsGap(value.slice(0, lines.range[0])) ? moved(listed, "\n") : listed;
}

function selectedLines(value, start, end) {
  const range = linesAround(value, start, end);
  return { range, texts: value.slice(...range).split("\n"), isSelected: end > start };
}

/* Several lines stay selected; in a single one the writer goes on at its end. */
function withLines({ range, texts, isSelected }, make) {
  const words = texts.map(make).join("\n");
  return { range, words, selected: [isSelected && texts.length > 1 ? 0 : words.length, words.length] };
}

/* A list that follows its sentence without a blank line becomes a part of it. */
function needsGap(before) {
  const previous = before.split("\n").at(-2) ?? "";
  return !isBlank(previous) && !ITEM.test(previous);
}

const moved = ({ range, words, selected }, gap) => ({
  range,
  words: gap + words,
  selected: selected.map((offset) => offset + gap.length),
});

export function bold(value, start, end) {
  const [from, to] = start === end ? wordAround(value, start) : [start, end];
  if (value.slice(from - 2, from) === "**" && value.slice(to, to + 2) === "**") {
    const words = value.slice(from, to);
    return { range: [from - 2, to + 2], words, selected: [0, words.length] };
  }
  return from === to ? { range: [from, to], words: "****", selected: [2, 2] } : boldLines(value, from, to);
}

function wordAround(value, place) {
  const before = value.slice(0, place).match(/[\p{L}\p{N}’'-]*$/u)[0];
  const after = value.slice(place).match(/^[\p{L}\p{N}’'-]*/u)[0];
  return [place - before.length, place + after.length];
}

/* Each line by itself: bold does not reach over the end of a paragraph. */
function boldLines(value, from, to) {
  const parts = value.slice(from, to).split("\n").map(partsOfLine);
  const isBold = parts.every(({ words }) => !words || /^\*\*.+\*\*$/.test(words));
  const turn = isBold ? (words) => words.slice(2, -2) : (words) => words && `**${words.replaceAll("**", "")}**`;
  const words = parts.map((part) => part.before + turn(part.words) + part.after).join("\n");
  if (parts.length > 1 || isBold) return { range: [from, to], words, selected: [0, words.length] };
  const inner = [parts[0].before.length + 2, words.length - parts[0].after.length - 2];
  return { range: [from, to], words, selected: inner };
}

function partsOfLine(line) {
  const [, before, words, after] = line.match(/^(\s*(?:(?:#{1,6}|[-*+>]|\d+\.)\s+)?)(.*?)(\s*)$/);
  return { before, words, after };
}

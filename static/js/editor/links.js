/* Links to pages of the site by their titles, and citations by author, year or title. */

import { lookUp } from "./lookup.js";
import { replace } from "./typing.js";

// As many as the server gives.
const MOST = 10;

const TO_ITEM = {
  title: "Link to a page",
  label: "Words of its title",
  options: "Pages",
  button: "Insert link",
  nothingChosen: "No page is chosen. Type words of its title, then choose one from the list.",
  found: (count) => counted(count, "page", "No page has these words in its title. Try fewer words."),
};

const TO_REFERENCE = {
  title: "Cite a source",
  label: "Author, year or words of its title",
  options: "Sources",
  button: "Insert source",
  nothingChosen: "No source is chosen. Type an author or a year, then choose one from the list.",
  found: (count) => counted(count, "source", "No source has these words. Try fewer, or add it under References."),
};

function counted(count, noun, none) {
  if (count === 0) return none;
  if (count === MOST) return `The first ${MOST} ${noun}s. Type more words to find others.`;
  return `${count} ${noun}${count === 1 ? "" : "s"} found.`;
}

export function linkToItem({ box, text }) {
  const selection = selectedWords(text);
  lookUp({
    box,
    address: box.dataset.items,
    words: TO_ITEM,
    query: selection.words,
    describe: ({ title, kind, address, is_live: isLive }) => ({
      title,
      detail: [kind, address, isLive ? "" : "readers do not see it yet"].filter(Boolean).join(", "),
    }),
    done: ({ title, address }) => {
      const words = selection.words || title.replace(/[[\]\\*_`]/g, "\\$&");
      replace(text, selection.range, `[${words}](${address})`);
    },
  });
}

/* Without the spaces around them. A selection of several paragraphs makes no link. */
function selectedWords({ value, selectionStart: start, selectionEnd: end }) {
  const words = value.slice(start, end).trim();
  if (!words || /\n\s*\n/.test(words)) return { words: "", range: [end, end] };
  const from = value.indexOf(words, start);
  return { words, range: [from, from + words.length] };
}

export function citeReference({ box, text }) {
  const place = text.selectionEnd;
  lookUp({
    box,
    address: box.dataset.references,
    words: TO_REFERENCE,
    query: "",
    describe: ({ key, authors, year, title }) => ({
      title,
      detail: [shortened(authors), year, key].filter(Boolean).join(", "),
    }),
    done: ({ key }) => {
      const gap = /(?:^|\s)$/.test(text.value.slice(0, place)) ? "" : " ";
      replace(text, [place, place], `${gap}[@${key}]`);
    },
  });
}

const shortened = (authors) => (authors.length > 2 ? `${authors[0]} and others` : authors.join(" and "));

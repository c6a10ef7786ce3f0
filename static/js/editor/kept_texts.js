/* The texts that this browser keeps: one for each opening of a page, so that no tab overwrites another's. */

import { dropKept, keptKeys, readKept, writeKept } from "./browser_store.js";

const PREFIX = "editor-text";

export class KeptTexts {
  constructor(user, path) {
    this.ofUser = `${PREFIX}:${user}:`;
    this.ofPage = `${this.ofUser}${path}:`;
  }

  /* Whether the browser keeps it. */
  keep(id, values, typedAt) {
    return writeKept(this.ofPage + id, JSON.stringify({ typedAt, values }));
  }

  drop(id) {
    dropKept(this.ofPage + id);
  }

  /* A new page has another address once it is saved. */
  dropSaved(id) {
    for (const key of keptKeys()) {
      if (key.startsWith(this.ofUser) && key.endsWith(`:${id}`)) dropKept(key);
    }
  }

  /* Those of this page, the newest first. */
  all() {
    const keys = keptKeys().filter((key) => key.startsWith(this.ofPage));
    const texts = keys.map((key) => ({ id: key.slice(this.ofPage.length), ...parsed(readKept(key)) }));
    return texts.filter(({ values }) => values).sort((one, other) => other.typedAt - one.typedAt);
  }
}

function parsed(kept) {
  try {
    return JSON.parse(kept);
  } catch {
    return null;
  }
}

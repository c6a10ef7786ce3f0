/* The texts that this browser keeps: one for each opening of a page, so that no tab overwrites another's. */

import { dropKept, keptKeys, readKept, writeKept } from "./browser_store.js";

const PREFIX = "editor-text";

export class KeptTexts {
  constructor(user, path) {
    this.ofPage = `${PREFIX}:${user}:${path}:`;
  }

  /* Whether the browser keeps it. */
  keep(id, values, typedAt) {
    return writeKept(this.ofPage + id, JSON.stringify({ typedAt, values }));
  }

  drop(id) {
    dropKept(this.ofPage + id);
  }

  /* Those of this page, the newest first. */
  all() {
    const keys = keptKeys().filter((key) => key.startsWith(this.ofPage));
    const texts = keys.map((key) => ({ id: key.slice(this.ofPage.length), ...parsed(readKept(key)) }));
    return texts.filter(({ values }) => values).sort((one, other) => other.typedAt - one.typedAt);
  }
}

/* The server answers a save with the number of its opening; a new page has another address by then. */
export function dropSaved() {
  const address = new URL(location);
  const id = address.searchParams.get("saved");
  if (!id) return;
  for (const key of keptKeys()) {
    if (key.startsWith(`${PREFIX}:`) && key.endsWith(`:${id}`)) dropKept(key);
  }
  address.searchParams.delete("saved");
  history.replaceState(history.state, "", address);
}

function parsed(kept) {
  try {
    return JSON.parse(kept);
  } catch {
    return null;
  }
}

/* Which openings of a page are still open in a tab of this browser; a crash counts as closed. */

const lockOf = (id) => `editor-tab:${id}`;

export function holdTab(id) {
  navigator.locks?.request(lockOf(id), () => new Promise(() => {}));
}

/* Without locks, as on an address without https, no tab is known. */
export async function openTabs(ids) {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const names = new Set(held.map(({ name }) => name));
  return new Set(ids.filter((id) => names.has(lockOf(id))));
}

/* Asks the server for suggestions: once somebody pauses, and never for words that changed since. */

const MILLISECONDS_AFTER_TYPING = 150;
const FEWEST_LETTERS = 2;

/* A function of the words: the suggestions, or null when there is no answer to show. */
export function suggestionsFrom(address) {
  let asking = new AbortController();
  return (words) => {
    asking.abort();
    asking = new AbortController();
    return words.length < FEWEST_LETTERS ? null : ask(`${address}?${new URLSearchParams({ q: words })}`, asking.signal);
  };
}

/* Suggestions are a help, not a promise: what goes wrong is nobody's trouble. */
async function ask(address, signal) {
  try {
    await new Promise((resolve) => setTimeout(resolve, MILLISECONDS_AFTER_TYPING));
    if (signal.aborted) return null;
    const response = await fetch(address, { signal });
    return response.ok ? (await response.json()).suggestions : null;
  } catch {
    return null;
  }
}

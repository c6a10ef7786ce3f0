/* What the browser keeps for us; it may be full or forbid it, and typing goes on all the same. */

export function readKept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/* Whether the browser keeps it. */
export function writeKept(key, value) {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

export function dropKept(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Then nothing is kept either.
  }
}

export function keptKeys() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

/* Suggestions below each search field while somebody types; without a script the form is all there is. */

import { Combobox } from "./search/combobox.js";
import { suggestionsFrom } from "./search/suggestions.js";

for (const form of document.querySelectorAll("form[data-suggestions]")) {
  new Combobox(form.elements.q, {
    suggest: suggestionsFrom(form.dataset.suggestions),
    open: ({ url }) => location.assign(url),
  });
}

/* A step after a save: the text that it begins with is kept in this browser no longer. */

import { dropSaved } from "./editor/kept_texts.js";

dropSaved();

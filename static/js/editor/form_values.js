/* What stands in a form, and what the server had put there, as lists of name and values. */

const NOT_TYPED = ["file", "password", "submit", "button", "image", "reset"];
const NOT_KEPT = ["csrfmiddlewaretoken", "browser_draft", "looked_at"];
const NOT_WORDS = ["based_on", "initial-slug"];

const fieldsOf = (form) =>
  [...form.elements].filter(({ name, type }) => name && !NOT_KEPT.includes(name) && !NOT_TYPED.includes(type));

export const typedValues = (form) => fieldsOf(form).map((field) => [field.name, typed(field)]);
export const givenValues = (form) => fieldsOf(form).map((field) => [field.name, given(field)]);

function typed(field) {
  if (isChoice(field)) return field.checked;
  return field.options ? [...field.options].filter((option) => option.selected).map(({ value }) => value) : field.value;
}

function given(field) {
  if (isChoice(field)) return field.defaultChecked;
  if (!field.options) return field.defaultValue;
  const chosen = [...field.options].filter((option) => option.defaultSelected);
  return (chosen.length || field.multiple ? chosen : [...field.options].slice(0, 1)).map(({ value }) => value);
}

const isChoice = ({ type }) => type === "checkbox" || type === "radio";

/* The names of the fields whose words differ. */
export function differences(one, other) {
  const known = new Map(other.map(([name, value], index) => [place(other, index), said(value)]));
  const differing = one.filter(([name, value], index) => known.get(place(one, index)) !== said(value));
  return [...new Set(differing.map(([name]) => name))].filter((name) => !NOT_WORDS.includes(name));
}

/* The server takes spaces and empty lines away around a text. */
const said = (value) => JSON.stringify(value.trim?.() ?? value);

/* Several fields may have one name, as the lines of a list do. */
const place = (values, index) => `${values[index][0]} ${values.slice(0, index).filter(([name]) => name === values[index][0]).length}`;

export function putBack(form, values) {
  const left = [...values];
  for (const field of fieldsOf(form)) {
    const found = left.findIndex(([name]) => name === field.name);
    if (found >= 0) put(field, left.splice(found, 1)[0][1]);
  }
}

function put(field, value) {
  if (isChoice(field)) field.checked = value;
  else if (field.options) for (const option of field.options) option.selected = value.includes(option.value);
  else field.value = value;
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
}

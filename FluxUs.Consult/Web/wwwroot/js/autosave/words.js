// The words of the autosave module: the page brings them in the reader's language, in one template element without script.

const template = /** @type {HTMLTemplateElement | null} */ (document.getElementById("autosave-words"));
const language = document.documentElement.lang;
const LINES = 6;
const LETTERS = 400;

/**
 * A sentence, its {0} filled in.
 * @param {string} name
 * @param {string} [filling]
 */
export function say(name, filling = "") {
  return (template?.dataset[name] ?? name).replace("{0}", filling);
}

/**
 * The beginning of a long text, cut between words; nothing of one that is read at a glance.
 * @param {string} text
 */
export function beginning(text) {
  const lines = text.split("\n").slice(0, LINES).join("\n");
  const start = lines.length > LETTERS ? lines.slice(0, LETTERS).replace(/\s+\S*$/, "") : lines;
  return start.length < text.trimEnd().length ? `${start} …` : "";
}

/**
 * A part of the page that the template holds, its slots filled with text; a slot without text goes, with what surrounds it alone.
 * @param {string} name
 * @param {Record<string, string>} slots
 */
export function part(name, slots) {
  const source = template?.content.querySelector(`[data-part="${name}"]`);
  const made = /** @type {HTMLElement} */ ((source ?? document.createElement("div")).cloneNode(true));
  for (const element of made.querySelectorAll("[data-slot]")) {
    const text = slots[/** @type {HTMLElement} */ (element).dataset.slot ?? ""] ?? "";
    element.textContent = text;
    if (!text) element.closest("[data-optional]")?.remove();
  }
  // A long text stays folded, with its first lines; a short one needs no fold.
  for (const fold of made.querySelectorAll("[data-fold]")) {
    const whole = fold.querySelector("[data-slot]");
    const start = beginning(whole?.textContent ?? "");
    const first = fold.querySelector("[data-first]");
    if (start && first) first.textContent = start;
    else if (whole) fold.replaceWith(whole);
  }
  return made;
}

/** The second of a moment: 14:32:08. @param {number} at */
export function clock(at) {
  const time = new Date(at);
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map((part) => String(part).padStart(2, "0")).join(":");
}

/** A moment in full. @param {number} at */
export function moment(at) {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "medium" }).format(at);
}

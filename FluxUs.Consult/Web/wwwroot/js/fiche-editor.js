// The fiche editor: the preview, the checks and the states of sections follow each save, and facts are chosen from a list while
// a token is typed. Typing never waits for either.

import { placeOf } from "./fiche-editor/caret.js";
import { keepingPlace, openSection, showOpenSection } from "./fiche-editor/preview.js";

const page = document.querySelector("[data-fiche-editor]");
const address = page instanceof HTMLElement ? page.dataset.ficheEditor ?? "" : "";

/** @type {AbortController | undefined} */
let asking;
/** @type {number | undefined} */
let waiting;

/** Asks for the parts that follow the text and puts each in its place. */
async function refresh() {
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(`${address}/live?section=${encodeURIComponent(openSection())}`, { signal: asking.signal, headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    keepingPlace(() => {
      for (const part of fresh.querySelectorAll("[data-live]")) {
        const name = part.getAttribute("data-live") ?? "";
        for (const place of document.querySelectorAll(`[data-live="${CSS.escape(name)}"]`)) {
          place.className = part.className;
          // What has not changed stays: nothing is said again, and no focus is lost.
          if (place.innerHTML === part.innerHTML) continue;
          const top = place.scrollTop;
          place.replaceChildren(...[...part.childNodes].map((node) => document.importNode(node, true)));
          place.scrollTop = top;
        }
      }
    });
  } catch (fault) {
    // Cut off or overtaken by a newer text: the next save asks again.
    if (!(fault instanceof DOMException) && !(fault instanceof TypeError)) throw fault;
  }
}

document.addEventListener("autosave:saved", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => void refresh(), 150);
});

// Beside a text to translate its source stands open; above it, on a narrow screen, it waits folded.
for (const fold of document.querySelectorAll("details[data-wide-open]")) if (fold instanceof HTMLDetailsElement) fold.open = matchMedia("(min-width: 1200px)").matches;

// A click in the page opens its section; links, buttons and a selection of words keep their own meaning.
document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element) || event.target.closest("a, button, summary, label") || String(getSelection()) !== "") return;
  const part = event.target.closest(".preview [data-section]");
  if (part && address) location.assign(`${address}/edit?section=${encodeURIComponent(part.getAttribute("data-section") ?? "")}`);
});

showOpenSection();

/** @type {Promise<{ token: string, label: string }[]> | undefined} */
let facts;

function allFacts() {
  facts ??= fetch(`${address}/tokens`).then((answer) => (answer.ok ? answer.json() : [])).catch(() => {
    facts = undefined;
    return [];
  });
  return facts;
}

/** The list of facts at the caret of one text area (ARIA authoring practices, listbox with active descendant). */
class TokenList {
  /** @param {HTMLTextAreaElement} field */
  constructor(field) {
    this.field = field;
    this.list = document.createElement("ul");
    this.list.id = `${field.id}-tokens`;
    this.list.className = "tokens";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", page instanceof HTMLElement ? page.dataset.tokensLabel ?? "" : "");
    field.after(this.list);
    field.setAttribute("aria-controls", this.list.id);
    field.setAttribute("aria-autocomplete", "list");
    field.addEventListener("input", () => void this.look());
    field.addEventListener("keydown", (event) => this.key(event));
    field.addEventListener("scroll", () => this.settle());
    field.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.list.addEventListener("mousedown", (event) => {
      const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
      if (option instanceof HTMLElement) {
        event.preventDefault();
        this.take(option.dataset.token ?? "");
      }
    });
    this.at = 0;
  }

  /** What is typed of a token before the caret: "finding:K" of "[@finding:K". */
  begun() {
    const before = this.field.value.slice(0, this.field.selectionStart);
    return /\[@([^\]\s[]*)$/.exec(before)?.[1];
  }

  async look() {
    const begun = this.begun();
    if (begun === undefined) return this.close();
    const wanted = begun.toLowerCase();
    const found = (await allFacts()).filter((fact) => fact.token.slice(2).toLowerCase().startsWith(wanted)
      || (wanted.length > 1 && `${fact.token} ${fact.label}`.toLowerCase().includes(wanted))).slice(0, 8);
    if (this.begun() !== begun) return;
    this.list.replaceChildren(...found.map((fact, index) => {
      const option = document.createElement("li");
      option.id = `${this.list.id}-${index}`;
      option.setAttribute("role", "option");
      option.dataset.token = fact.token;
      const code = document.createElement("b");
      code.textContent = fact.token;
      option.append(code, ` ${fact.label}`);
      return option;
    }));
    this.list.hidden = found.length === 0;
    this.settle();
    this.choose(0);
  }

  /** Puts the list under the line in which the token is typed, or over it where the window ends, within the width of the field. */
  settle() {
    if (this.list.hidden) return;
    const { field, list } = this;
    const line = placeOf(field, field.selectionStart - (this.begun() ?? "").length - 2);
    const rest = field.offsetWidth - list.offsetWidth;
    list.style.left = `${field.offsetLeft + Math.max(0, Math.min(line.left, rest))}px`;
    const below = Math.min(Math.max(line.bottom, 0), field.offsetHeight);
    const edge = field.getBoundingClientRect().top;
    const over = edge + below + list.offsetHeight + 4 > innerHeight && edge + line.top > list.offsetHeight;
    list.style.top = `${field.offsetTop + (over ? line.top - list.offsetHeight - 4 : below + 4)}px`;
  }

  /** @param {number} index */
  choose(index) {
    const options = [...this.list.children];
    this.at = options.length === 0 ? 0 : (index + options.length) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === this.at)));
    if (options.length > 0 && !this.list.hidden) {
      this.field.setAttribute("aria-activedescendant", options[this.at].id);
      this.list.scrollTop = /** @type {HTMLElement} */ (options[this.at]).offsetTop - this.list.clientHeight / 2;
    } else this.field.removeAttribute("aria-activedescendant");
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (this.list.hidden) return;
    const option = this.list.children[this.at];
    if (event.key === "ArrowDown") this.choose(this.at + 1);
    else if (event.key === "ArrowUp") this.choose(this.at - 1);
    else if (event.key === "Escape") this.close();
    else if ((event.key === "Enter" || event.key === "Tab") && option instanceof HTMLElement) this.take(option.dataset.token ?? "");
    else return;
    event.preventDefault();
  }

  /** @param {string} token */
  take(token) {
    const caret = this.field.selectionStart;
    const start = caret - (this.begun() ?? "").length - 2;
    this.field.setRangeText(token, start, caret, "end");
    this.close();
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
    this.field.focus();
  }

  close() {
    this.list.hidden = true;
    this.field.removeAttribute("aria-activedescendant");
  }
}

for (const field of document.querySelectorAll("textarea[data-tokens]:not([disabled])")) if (field instanceof HTMLTextAreaElement) new TokenList(field);

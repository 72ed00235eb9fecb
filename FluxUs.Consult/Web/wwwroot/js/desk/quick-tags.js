// The tags beside the selection: type to filter, arrows to move, Enter to give.

/** @param {string} text without case and accents */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** @param {HTMLButtonElement} tag */
const ownNameOf = (tag) => fold(tag.querySelector("span:not(.sw)")?.textContent ?? "").replace(/^[^\p{L}\p{N}]+/u, "");

/** @param {HTMLButtonElement} tag its axis and name, folded */
const nameOf = (tag) => fold(`${tag.dataset.axis ?? ""} ${ownNameOf(tag)}`);

/** How well a tag answers one word: 0 when its name or axis begins so, 1 a word of them, 2 inside them, 3 only its definition.
 *  @param {HTMLButtonElement} tag @param {string} word folded */
export function rankOf(tag, word) {
  const names = [ownNameOf(tag), fold(tag.dataset.axis ?? "")];
  if (names.some((name) => name.startsWith(word))) return 0;
  if (names.some((name) => name.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word)))) return 1;
  return names.some((name) => name.includes(word)) ? 2 : 3;
}

const away = 8;
const shortest = 96;

export class QuickTags {
  /** @type {Range | null} what is selected */
  range = null;
  /** Whether one selected backwards: the eyes are at the beginning. */
  endsAtStart = false;
  /** @type {HTMLButtonElement[]} */
  shown = [];
  chosen = 0;

  /** @param {HTMLElement} root @param {() => HTMLButtonElement[]} tags @param {(tag: HTMLButtonElement) => void} give */
  constructor(root, tags, give) {
    this.root = root;
    this.tags = tags;
    this.give = give;
    this.form = root.querySelector("form.quick");
    this.field = /** @type {HTMLInputElement | null} */ (root.querySelector("#quick-filter"));
    this.list = /** @type {HTMLElement | null} */ (root.querySelector("#quick-list"));
    this.field?.addEventListener("input", () => this.fill());
    this.field?.addEventListener("keydown", (event) => this.onKey(event));
    this.list?.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list?.addEventListener("click", (event) => {
      const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
      if (option instanceof HTMLElement) this.give(this.shown[Number(option.dataset.place)]);
    });
  }

  get isOpen() {
    return this.form?.classList.contains("open") ?? false;
  }

  /** Opens beside what is selected. @param {boolean} typing whether the field takes the focus */
  open(typing) {
    if (!(this.form instanceof HTMLElement) || !this.field) return;
    const selection = getSelection();
    this.range = selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : null;
    this.endsAtStart = this.range !== null && selection?.focusNode === this.range.startContainer && selection.focusOffset === this.range.startOffset;
    // The field takes the selection along; the words stay marked.
    if (this.range && "highlights" in CSS) CSS.highlights.set("passage", new Highlight(this.range));
    this.form.classList.add("open");
    this.field.value = "";
    this.fill();
    this.uncover();
    if (typing) this.field.focus({ preventScroll: true });
  }

  /** Puts the box below what is selected, above it where there is more room, and always within the window. */
  place() {
    const middle = this.form?.parentElement;
    if (!(this.form instanceof HTMLElement) || !this.list || !middle || !this.range || !this.isOpen || this.isSheet) return;
    const words = this.words(this.range);
    const floor = this.root.querySelector(".keys")?.getBoundingClientRect().top ?? innerHeight;
    const [above, below] = [words.top - 2 * away, Math.min(innerHeight, floor > words.bottom ? floor : innerHeight) - words.bottom - 2 * away];
    this.list.style.maxHeight = "";
    const around = this.form.offsetHeight - this.list.offsetHeight;
    this.list.style.maxHeight = `${Math.max(shortest, Math.min(this.list.offsetHeight, Math.max(above, below) - around))}px`;
    const height = this.form.offsetHeight;
    const wanted = height <= below || below >= above ? words.bottom + away : words.top - away - height;
    const top = Math.max(away, Math.min(wanted, innerHeight - height - away));
    this.form.style.top = `${top - middle.getBoundingClientRect().top}px`;
  }

  /** Where the eyes are: at what is selected, or at the line where selecting ended when it is too long to be seen whole beside the box.
   *  @param {Range} range */
  words(range) {
    const whole = range.getBoundingClientRect();
    if (whole.height <= innerHeight / 2) return whole;
    const lines = Array.from(range.getClientRects()).filter((line) => line.width > 0);
    return (this.endsAtStart ? lines[0] : lines[lines.length - 1]) ?? whole;
  }

  /** On a telephone the box is a sheet at the lower edge. */
  get isSheet() {
    return this.form instanceof HTMLElement && getComputedStyle(this.form).position === "fixed";
  }

  /** Moves what is selected out from behind the sheet. */
  uncover() {
    if (!this.isSheet || !this.range || !(this.form instanceof HTMLElement)) return;
    const hidden = this.words(this.range).bottom + away - this.form.getBoundingClientRect().top;
    if (hidden > 0) scrollBy(0, hidden);
  }

  close() {
    if ("highlights" in CSS) CSS.highlights.delete("passage");
    this.form?.classList.remove("open");
    this.field?.removeAttribute("aria-activedescendant");
  }

  fill() {
    if (!this.field || !this.list) return;
    const wanted = fold(this.field.value).split(/\s+/).filter(Boolean);
    const last = this.root.querySelector("#desk")?.getAttribute("data-last");
    const found = this.tags().filter((tag) => {
      const text = `${nameOf(tag)} ${fold(tag.dataset.definition ?? "")}`;
      return wanted.every((word) => text.includes(word));
    });
    // Without words the last tag comes first: coding a conversation throws the same one again and again. Equals keep the order of the
    // codebook.
    const rank = (/** @type {HTMLButtonElement} */ tag) => (wanted.length === 0 ? Number(tag.value !== last) : wanted.reduce((sum, word) => sum + rankOf(tag, word), 0));
    this.shown = found.sort((one, other) => rank(one) - rank(other)).slice(0, 8);
    this.chosen = 0;
    this.list.replaceChildren(...this.shown.map((tag, place) => this.option(tag, place)));
    const propose = this.root.querySelector("[data-propose]");
    if (propose instanceof HTMLElement) propose.hidden = this.shown.length > 0;
    this.place();
    this.mark();
  }

  /** @param {HTMLButtonElement} tag @param {number} place */
  option(tag, place) {
    const option = document.createElement("li");
    option.id = `quick-${place}`;
    option.dataset.place = String(place);
    option.setAttribute("role", "option");
    const text = document.createElement("span");
    const name = document.createElement("span");
    const swatch = tag.querySelector(".sw")?.cloneNode();
    if (swatch) name.append(swatch, " ");
    name.append([tag.dataset.axis, tag.querySelector("span:not(.sw)")?.textContent].filter(Boolean).join(" : "));
    text.append(name);
    if (tag.dataset.definition) {
      const definition = document.createElement("span");
      definition.className = "soft small d-block";
      definition.textContent = tag.dataset.definition;
      text.append(definition);
    }

    const hint = document.createElement("span");
    hint.className = "ms-auto soft small";
    hint.textContent = place === 0 ? (this.root.querySelector("#desk")?.getAttribute("data-enter") ?? "") : (tag.dataset.key ?? "");
    option.append(text, hint);
    return option;
  }

  mark() {
    this.list?.childNodes.forEach((option, place) => {
      if (!(option instanceof HTMLElement)) return;
      option.setAttribute("aria-selected", String(place === this.chosen));
      if (place === this.chosen) option.scrollIntoView({ block: "nearest" });
    });
    if (this.shown.length > 0) this.field?.setAttribute("aria-activedescendant", `quick-${this.chosen}`);
    else this.field?.removeAttribute("aria-activedescendant");
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether it was for this list */
  onKey(event) {
    if (!this.isOpen || event.defaultPrevented) return false;
    const inField = event.target === this.field;
    if (event.key === "Escape") {
      this.close();
      const turns = this.root.querySelector("#turns");
      if (inField && turns instanceof HTMLElement) turns.focus({ preventScroll: true });
    } else if (inField && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      this.chosen = Math.max(0, Math.min(this.shown.length - 1, this.chosen + (event.key === "ArrowDown" ? 1 : -1)));
      this.mark();
    } else if (event.key === "Enter" && this.shown[this.chosen]) {
      this.give(this.shown[this.chosen]);
    } else if (!inField && event.key.toLowerCase() === "c") {
      this.field?.focus();
    } else {
      return false;
    }

    event.preventDefault();
    return true;
  }

  /** Shows only what fits in the tree. @param {string} text */
  filterTree(text) {
    const wanted = fold(text).split(/\s+/).filter(Boolean);
    for (const tag of this.tags()) {
      const words = `${nameOf(tag)} ${fold(tag.dataset.definition ?? "")}`;
      const item = tag.closest("li");
      if (item) item.hidden = !wanted.every((word) => words.includes(word));
    }

    for (const branch of this.root.querySelectorAll("#tree details")) {
      const item = branch.closest("li");
      if (item) item.hidden = wanted.length > 0 && !branch.querySelector("li:not([hidden]) > button");
    }
  }
}

// The coding desk in the browser: choosing words by mouse or keyboard, throwing tags at them, and bars in the margin. Every act is
// one of the page's own forms, sent in the background; what the server answers is what is shown, so nothing looks done that is not.
import { clickedIn, passageOf, passageOfExcerpt, select, sentencesOf } from "./desk/passages.js";
import { moreSentences, nextSentence } from "./desk/arrows.js";
import { drawBars } from "./desk/bars.js";
import { QuickTags } from "./desk/quick-tags.js";

const root = /** @type {HTMLElement} */ (document.getElementById("desk-root"));
const keysSetting = "desk-keys";
let keysOn = true;
try {
  keysOn = localStorage.getItem(keysSetting) !== "off";
} catch {
  // A browser that keeps nothing keeps the keys on.
}

/** @type {{ start: number, length: number } | null} The passage that was chosen last; clicking into a form does not lose it. */
let passage = null;
/** @type {{ start: number, length: number } | null} Where one clicked or coded last: the arrows go on from there. */
let last = null;
/** @type {QuickTags} */
let quick;
let busy = false;

/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const turns = () => at("turns");
/** @returns {HTMLFormElement | null} */
const codeForm = () => /** @type {HTMLFormElement | null} */ (document.getElementById("code-form"));

/** @param {string} text @param {boolean} [failed] */
function say(text, failed = false) {
  const state = at("desk-state");
  state.textContent = text;
  state.classList.toggle("not", failed);
}

/** Waits until the memo that was being typed has been sent: the page around it is about to be replaced. */
async function settle() {
  /** @type {Promise<unknown>[]} */
  const waiting = [];
  document.dispatchEvent(new CustomEvent("texts-settle", { detail: { waiting } }));
  await Promise.race([Promise.all(waiting), new Promise((resolve) => setTimeout(resolve, 3000))]);
}

/** Sends one of the page's forms and shows what the server answers.
 *  @param {HTMLFormElement} form @param {HTMLElement | null} submitter */
async function send(form, submitter) {
  if (busy) return;
  busy = true;
  const state = at("desk-state");
  say(state.dataset.busy ?? "");
  try {
    const data = new FormData(form, submitter);
    await settle();
    const answer = await fetch(location.pathname + location.search, { method: "POST", body: data, headers: { "X-Desk": "1" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("desk-root");
    if (!fresh) {
      // Signed out, or the text is gone: the whole page says which.
      if (answer.ok || answer.redirected) location.assign(answer.url);
      else throw new Error(String(answer.status));
      return;
    }

    show(fresh, answer.url);
  } catch {
    // The selection stays, and the same form can be sent again: its operation id makes one thing of both.
    say(state.dataset.failed ?? "", true);
  } finally {
    busy = false;
  }
}

/** @param {HTMLElement} fresh @param {string} address */
function show(fresh, address) {
  const scroll = [scrollX, scrollY];
  root.replaceChildren(...Array.from(fresh.childNodes));
  history.replaceState(null, "", address);
  last = passage ?? last;
  passage = null;
  getSelection()?.removeAllRanges();
  start();
  scrollTo(scroll[0], scroll[1]);
  const summary = root.querySelector(".summary");
  if (summary instanceof HTMLElement) summary.focus();
  else turns().focus({ preventScroll: true });
}

/** Gives the chosen passage a tag.
 *  @param {HTMLButtonElement} button one of the codebook's */
function code(button) {
  const form = codeForm();
  if (!form) return;
  const mark = form.elements.namedItem("mark");
  if (!passage && !(mark instanceof HTMLInputElement && mark.value)) {
    say(at("desk").dataset.nothing ?? "", true);
    return;
  }

  fill(form);
  quick.close();
  void send(form, button);
}

/** @param {HTMLFormElement} form */
function fill(form) {
  const values = passage ? [passage.start, passage.length] : ["", ""];
  for (const [name, value] of [["start", values[0]], ["length", values[1]]]) {
    const field = form.elements.namedItem(String(name));
    if (field instanceof HTMLInputElement) field.value = String(value);
  }
}

/** @returns {HTMLButtonElement[]} the tags that can be given */
const tags = () => Array.from(root.querySelectorAll("#tree button[name=tag]:not([disabled])"), (button) => /** @type {HTMLButtonElement} */ (button));

/** @param {boolean} [typing] whether one goes on by typing a tag */
function openQuick(typing = false) {
  if (passage) {
    // A click into a form took the selection away, not the passage: the box opens beside the words.
    if (!passageOf(turns())) select(turns(), passage.start, passage.length);
    quick.open(typing);
  } else say(at("desk").dataset.nothing ?? "", true);
}

function undo() {
  const form = root.querySelector("form[data-desk=undo]");
  if (form instanceof HTMLFormElement && !form.querySelector("button")?.disabled) void send(form, null);
}

/** Goes to the next or the previous excerpt. @param {number} step */
function walk(step) {
  const bars = Array.from(root.querySelectorAll(".bars a"), (bar) => /** @type {HTMLAnchorElement} */ (bar));
  if (bars.length === 0) return;
  const current = bars.findIndex((bar) => bar.getAttribute("aria-current"));
  const next = bars[current < 0 ? (step > 0 ? 0 : bars.length - 1) : Math.min(bars.length - 1, Math.max(0, current + step))];
  void choose(next);
}

/** Opens an excerpt without leaving the page. @param {HTMLAnchorElement} bar */
async function choose(bar) {
  if (busy) return;
  busy = true;
  try {
    await settle();
    const answer = await fetch(bar.href, { headers: { "X-Desk": "1" } });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("desk-root");
    if (!answer.ok || !fresh) throw new Error(String(answer.status));
    show(fresh, answer.url);
    at("chosen")?.scrollIntoView({ block: "nearest" });
    const number = bar.dataset.excerpt ?? "";
    last = passageOfExcerpt(turns(), number) ?? last;
    const again = root.querySelector(`.bars a[data-excerpt="${number}"]`);
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  } catch {
    location.assign(bar.href);
  } finally {
    busy = false;
  }
}

/** @param {EventTarget | null} target */
const isTyping = (target) => target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select"));

/** Whether the arrows are free for the text: they are not where a list, a switch or the panel beside it uses them.
 *  @param {EventTarget | null} target */
const isReading = (target) => target instanceof Element && (target.closest("#turns") !== null || !target.closest("a, button, input, summary, aside, [role=listbox]"));

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (!keysOn || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (quick.onKey(event)) return;
  const inText = event.target === turns() || event.target === document.body;
  if (event.key.startsWith("Arrow") && isReading(event.target)) {
    event.preventDefault();
    moveByKey(event.key, event.shiftKey);
    return;
  }

  const key = event.key.toLowerCase();
  if (/^[1-9]$/.test(key)) {
    const button = tags().find((tag) => tag.dataset.key === key);
    if (button) {
      event.preventDefault();
      code(button);
    }
  } else if (key === "enter" && inText && passage) {
    const last = tags().find((tag) => tag.value === at("desk").dataset.last);
    event.preventDefault();
    if (last) code(last);
    else openQuick(true);
  } else if (key === "c") {
    event.preventDefault();
    openQuick(true);
  } else if (key === "z") {
    event.preventDefault();
    undo();
  } else if (key === "j" || key === "k") {
    event.preventDefault();
    walk(key === "j" ? 1 : -1);
  } else if (key === "escape") {
    quick.close();
  }
}

/** Chooses words without a mouse: sentence by sentence, then word by word at either end.
 *  @param {string} key @param {boolean} shift */
function moveByKey(key, shift) {
  const sentences = sentencesOf(turns(), at("desk").dataset.language ?? "fr");
  if (sentences.length === 0) return;
  const down = key === "ArrowDown";
  if (key === "ArrowLeft" || key === "ArrowRight") {
    if (!passage) return;
    const selection = getSelection();
    if (!selection || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0).cloneRange();
    const anchor = shift ? [range.startContainer, range.startOffset] : [range.endContainer, range.endOffset];
    const focus = shift ? [range.endContainer, range.endOffset] : [range.startContainer, range.startOffset];
    selection.setBaseAndExtent(/** @type {Node} */ (anchor[0]), Number(anchor[1]), /** @type {Node} */ (focus[0]), Number(focus[1]));
    selection.modify("extend", key === "ArrowRight" ? "forward" : "backward", "word");
  } else if (shift && passage) {
    const grown = moreSentences(sentences, down, passage);
    if (grown) select(turns(), grown.start, grown.length);
  } else {
    const next = nextSentence(sentences, down, passage, last);
    if (next) select(turns(), next.start, next.length);
  }

  passage = passageOf(turns()) ?? passage;
  reveal();
}

/** Brings the end that moves into sight, above the keys at the lower edge: a paragraph may be longer than the window. */
function reveal() {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const lines = Array.from(range.getClientRects()).filter((line) => line.width > 0);
  const atStart = selection.focusNode === range.startContainer && selection.focusOffset === range.startOffset;
  const line = atStart ? lines[0] : lines[lines.length - 1];
  if (!line) return;
  const keys = root.querySelector(".keys");
  const floor = keys && getComputedStyle(keys).position === "sticky" ? Math.min(innerHeight, keys.getBoundingClientRect().top) : innerHeight;
  if (line.bottom > floor - 8) scrollBy({ top: line.bottom - floor + 8, behavior: "instant" });
  else if (line.top < 8) scrollBy({ top: line.top - 8, behavior: "instant" });
}

/** Makes a page that came from the server work. */
function start() {
  at("desk").classList.add("live");
  quick = new QuickTags(root, tags, code);
  drawBars(root);
  const keys = root.querySelector("[data-keys-switch]");
  if (keys instanceof HTMLInputElement) {
    keys.checked = keysOn;
    keys.addEventListener("change", () => {
      keysOn = keys.checked;
      try {
        localStorage.setItem(keysSetting, keysOn ? "on" : "off");
      } catch {
        // Then the choice holds for this page.
      }
    });
  }

  const filter = root.querySelector("[data-filter=tree]");
  if (filter instanceof HTMLInputElement) filter.addEventListener("input", () => quick.filterTree(filter.value));
}

root.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.dataset.desk) return;
  event.preventDefault();
  const submitter = event.submitter instanceof HTMLElement ? event.submitter : null;
  if (form.dataset.desk === "code" && submitter === null) return;
  if (form.dataset.desk === "code" || submitter?.hasAttribute("data-move")) fill(form);
  void send(form, submitter);
});

root.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const bar = target?.closest(".bars a");
  if (bar instanceof HTMLAnchorElement && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    void choose(bar);
    return;
  }

  if (target?.closest("#turns") && (getSelection()?.isCollapsed ?? true)) last = clickedIn(turns()) ?? last;

  // A click on marked words opens the excerpt; drawing a selection over them does not.
  const run = target?.closest("[data-excerpts]");
  if (run instanceof HTMLElement && (getSelection()?.isCollapsed ?? true)) {
    const numbers = (run.dataset.excerpts ?? "").split(" ");
    const current = root.querySelector(".bars a[aria-current]");
    const place = current instanceof HTMLElement ? numbers.indexOf(current.dataset.excerpt ?? "") : -1;
    // The shortest first; another click goes on to the one around it.
    const number = place > 0 ? numbers[place - 1] : numbers[numbers.length - 1];
    const wanted = root.querySelector(`.bars a[data-excerpt="${number}"]`);
    if (wanted instanceof HTMLAnchorElement) void choose(wanted);
  }
});

document.addEventListener("selectionchange", () => {
  const chosen = passageOf(turns());
  if (chosen) passage = chosen;
});
root.addEventListener("pointerup", (event) => {
  if (event.target instanceof Element && event.target.closest("#turns") && passageOf(turns()) && codeForm()) openQuick();
});
// An empty click in the text lets the passage go.
root.addEventListener("pointerdown", (event) => {
  if (event.target instanceof Element && event.target.closest("#turns")) {
    passage = null;
    quick.close();
  }
});
document.addEventListener("keydown", onKey);
new ResizeObserver(() => drawBars(root)).observe(root);
document.fonts?.ready.then(() => drawBars(root));
start();
// The keys work at once: nobody has to click first. What has the focus already keeps it.
if (document.activeElement === document.body || document.activeElement === null) turns().focus({ preventScroll: true });
// Drawing the bars moved the text under the address's own jump.
last = passageOfExcerpt(turns(), document.querySelector(".bars a[aria-current]")?.getAttribute("data-excerpt") ?? "");
if (location.hash === "#chosen") document.getElementById("chosen")?.scrollIntoView({ block: "center" });

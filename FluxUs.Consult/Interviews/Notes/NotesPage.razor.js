// One question at a time without asking the server, so that a cut network stops nobody; the time that has run, and its marks.

const key = /** @type {HTMLElement} */ (document.querySelector("[data-chrono]"));
const mark = /** @type {HTMLButtonElement} */ (document.querySelector("[data-mark]"));
const reset = /** @type {HTMLButtonElement} */ (document.querySelector("[data-chrono-reset]"));
const offline = /** @type {HTMLElement} */ (document.querySelector("[data-offline]"));
const thrown = /** @type {HTMLElement} */ (document.querySelector("[data-thrown]"));
const offering = document.querySelector("[data-throw-offering]");
const shelf = `chrono.${key.dataset.chrono}`;
const longest = 12 * 3600 * 1000;

/** When the conversation began, in milliseconds; null before its first mark or word. */
let began = read();

/** @returns {number | null} */
function read() {
  const kept = Number(sessionStorage.getItem(shelf));
  return kept > 0 && Date.now() - kept < longest ? kept : null;
}

function begin() {
  if (began !== null) return;
  began = Date.now();
  sessionStorage.setItem(shelf, String(began));
  reset.hidden = false;
}

/** The time that has run, as 00:21:10. */
function time() {
  const seconds = began === null ? 0 : Math.floor((Date.now() - began) / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** @returns {HTMLTextAreaElement | null} */
function field() {
  return document.querySelector("[data-question]:not([hidden]) textarea");
}

/** A mark begins a paragraph: that is how its time is found again. */
function insert() {
  const area = field();
  if (!area || area.disabled) return;
  begin();
  const before = area.value.slice(0, area.selectionStart);
  const apart = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  area.focus();
  area.setRangeText(`${apart}[${time()}] `, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** A tag stands behind the last words, so that what is typed next stands after it; its own time says when it was thrown.
 *  @param {HTMLButtonElement} button */
function throwTag(button) {
  const area = field();
  if (!area || area.disabled) return;
  // Before the first word no time has run: the mark goes without.
  const at = began === null ? "" : `${time()} `;
  begin();
  const [start, end] = [area.selectionStart, area.selectionEnd];
  const place = area.value.slice(0, start).trimEnd().length;
  const about = offering instanceof HTMLSelectElement && offering.value ? ` ${offering.value}` : "";
  const mark = `[${at}#${button.dataset.throwTag}${about}]`;
  const text = place === 0 ? `${mark} ` : ` ${mark}`;
  area.setRangeText(text, place, place);
  area.setSelectionRange(start + text.length, end + text.length);
  area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  thrown.hidden = false;
  thrown.textContent = (thrown.dataset.thrown ?? "").replace("{0}", button.textContent ?? "").replace("{1}", time());
}

/** @param {string} code @returns {boolean} */
function show(code) {
  const wanted = document.querySelector(`[data-question="${CSS.escape(code)}"]`);
  if (!(wanted instanceof HTMLElement)) return false;
  for (const section of document.querySelectorAll("[data-question]")) if (section instanceof HTMLElement) section.hidden = section !== wanted;
  const title = wanted.querySelector("[data-question-title]");
  if (title instanceof HTMLElement) title.focus();
  thrown.hidden = true;
  scrollTo(0, 0);
  return true;
}

document.addEventListener("pointerdown", (event) => {
  // The words stay in hand: on a telephone the keyboard does not close.
  if (event.target instanceof Element && event.target.closest("[data-throw-tag]")) event.preventDefault();
});
document.addEventListener("click", (event) => {
  const tag = event.target instanceof Element ? event.target.closest("[data-throw-tag]") : null;
  if (!(tag instanceof HTMLButtonElement)) return;
  throwTag(tag);
  // By keyboard one goes back to writing; a tap leaves things where they are.
  if (event.detail === 0) field()?.focus();
});
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-show]") : null;
  if (!(link instanceof HTMLAnchorElement) || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const code = link.dataset.show ?? "";
  if (!show(code)) return;
  event.preventDefault();
  history.pushState({ question: code }, "", link.href);
}, { capture: true });

addEventListener("popstate", () => {
  const number = Number(new URLSearchParams(location.search).get("question") ?? "1");
  const section = document.querySelectorAll("[data-question]")[Math.max(0, number - 1)];
  if (section instanceof HTMLElement) show(section.dataset.question ?? "");
});
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const tag = document.activeElement?.closest("[data-throw-tag]");
  if (event.key === "F8") insert();
  else if (event.key === "F9") {
    const first = document.querySelector("[data-question]:not([hidden]) [data-throw-tag]");
    if (first instanceof HTMLElement) first.focus();
  } else if (event.key === "Escape" && tag) field()?.focus();
  else return;
  event.preventDefault();
});
document.addEventListener("input", (event) => {
  if (event.target instanceof HTMLTextAreaElement) begin();
});
// The place of the mark is where one was writing: the button must not take the focus before.
mark.addEventListener("pointerdown", (event) => event.preventDefault());
mark.addEventListener("click", insert);
reset.addEventListener("click", () => {
  sessionStorage.removeItem(shelf);
  began = null;
  reset.hidden = true;
});

const tell = () => (offline.hidden = navigator.onLine);
addEventListener("online", tell);
addEventListener("offline", tell);
tell();
mark.hidden = false;
for (const hidden of document.querySelectorAll("[data-throw], [data-throw-more], [data-throw-about]")) if (hidden instanceof HTMLElement) hidden.hidden = false;
reset.hidden = began === null;
setInterval(() => (key.textContent = time()), 500);

// Between what is selected in the page and offsets in the stored text. Both count UTF-16 units; each run of text says in data-start
// where it begins, and holds nothing but its text.

/** @param {HTMLElement} turns @returns {HTMLElement[]} */
const runsOf = (turns) => Array.from(turns.querySelectorAll("[data-start]"), (run) => /** @type {HTMLElement} */ (run));

/** @param {HTMLElement} run */
const startOf = (run) => Number(run.dataset.start);

/** The passage that is selected.
 *  @param {HTMLElement} turns @returns {{ start: number, length: number } | null} */
export function passageOf(turns) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(turns)) return null;
  const inside = runsOf(turns).filter((run) => range.intersectsNode(run));
  if (inside.length === 0) return null;
  const [first, last] = [inside[0], inside[inside.length - 1]];
  const start = startOf(first) + (first.contains(range.startContainer) ? unitsBefore(first, range.startContainer, range.startOffset) : 0);
  const end = startOf(last) + (last.contains(range.endContainer) ? unitsBefore(last, range.endContainer, range.endOffset) : (last.textContent ?? "").length);
  return end > start ? { start, length: end - start } : null;
}

/** Where the caret stands, as a passage without length: where one clicked.
 *  @param {HTMLElement} turns @returns {{ start: number, length: number } | null} */
export function clickedIn(turns) {
  const selection = getSelection();
  const node = selection?.focusNode;
  const run = runsOf(turns).find((one) => node && one.contains(node));
  return run && node ? { start: startOf(run) + unitsBefore(run, node, selection.focusOffset), length: 0 } : null;
}

/** The passage of an excerpt, from its first word to its last.
 *  @param {HTMLElement} turns @param {string} number @returns {{ start: number, length: number } | null} */
export function passageOfExcerpt(turns, number) {
  const runs = runsOf(turns).filter((run) => run.dataset.excerpts?.split(" ").includes(number));
  if (runs.length === 0) return null;
  const last = runs[runs.length - 1];
  return { start: startOf(runs[0]), length: startOf(last) + (last.textContent ?? "").length - startOf(runs[0]) };
}

/** @param {HTMLElement} run @param {Node} container @param {number} offset */
function unitsBefore(run, container, offset) {
  const before = document.createRange();
  before.selectNodeContents(run);
  before.setEnd(container, offset);
  return before.toString().length;
}

/** Selects a passage.
 *  @param {HTMLElement} turns @param {number} start @param {number} length */
export function select(turns, start, length) {
  const runs = runsOf(turns);
  const from = placeIn(runs, start, false);
  const to = placeIn(runs, start + length, true);
  if (from && to) getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/** @param {HTMLElement[]} runs @param {number} place @param {boolean} isEnd an end belongs to the run before it */
function placeIn(runs, place, isEnd) {
  const run = runs.findLast((one) => (isEnd ? startOf(one) < place : startOf(one) <= place));
  const node = run?.firstChild;
  return run && node ? { node, offset: Math.min(place - startOf(run), node.textContent?.length ?? 0) } : null;
}

/** The sentences of the text, none across two paragraphs.
 *  @param {HTMLElement} turns @param {string} language @returns {{ start: number, length: number }[]} */
export function sentencesOf(turns, language) {
  const sentences = [];
  for (const paragraph of turns.querySelectorAll("p[data-segment]")) {
    const first = paragraph.querySelector("[data-start]");
    if (!(first instanceof HTMLElement)) continue;
    const begin = startOf(first);
    for (const { index, segment } of cut(paragraph.textContent ?? "", language)) {
      const words = segment.trim();
      if (words) sentences.push({ start: begin + index + segment.indexOf(words), length: words.length });
    }
  }

  return sentences;
}

/** @param {string} text @param {string} language @returns {Iterable<{ index: number, segment: string }>} */
function cut(text, language) {
  if (typeof Intl.Segmenter === "function") return new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
  return Array.from(text.matchAll(/[^.!?…]+[.!?…]*\s*/g), (match) => ({ index: match.index, segment: match[0] }));
}

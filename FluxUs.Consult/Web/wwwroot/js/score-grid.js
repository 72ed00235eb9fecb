// The grid of scores: each cell is kept as soon as it is left, and the arrows move between cells. Without this module each row is
// sent by its button.
const grid = /** @type {HTMLTableElement | null} */ (document.getElementById("score-grid"));
const state = /** @type {HTMLElement | null} */ (document.getElementById("grid-state"));
/** @type {Map<HTMLInputElement, Promise<void>>} Saves of one cell go one after the other: the second needs the version of the first. */
const underWay = new Map();

/** @param {string} words @param {string} [name] */
function say(words, name = "") {
  if (state) state.textContent = words.replace("{0}", name);
}

/** @param {HTMLInputElement} cell */
const nameOf = (cell) => cell.getAttribute("aria-label") ?? "";

/** @param {HTMLInputElement} cell */
async function keep(cell) {
  if (!grid || !state) return;
  say(state.dataset.saving ?? "");
  const data = new FormData(/** @type {HTMLFormElement} */ (cell.form));
  const sent = new FormData();
  for (const [name, value] of data) if (name.startsWith("__")) sent.append(name, value);
  sent.append("operation", crypto.randomUUID());
  sent.append("offering", cell.closest("tr")?.dataset.offering ?? "");
  sent.append("criterion", cell.dataset.criterion ?? "");
  sent.append("version", cell.dataset.version ?? "0");
  sent.append("value", cell.value);
  const typed = cell.value;
  try {
    const answer = await fetch(grid.dataset.address ?? "", { method: "POST", body: sent });
    const said = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(said.detail ?? "");
    cell.dataset.version = String(said.version);
    const hidden = cell.nextElementSibling;
    if (hidden instanceof HTMLInputElement) hidden.value = String(said.version);
    cell.defaultValue = typed;
    cell.classList.remove("wrong");
    cell.removeAttribute("aria-invalid");
    say((state.dataset.saved ?? "").replace("{1}", new Date().toTimeString().slice(0, 8)), nameOf(cell));
  } catch (fault) {
    cell.classList.add("wrong");
    cell.setAttribute("aria-invalid", "true");
    say(`${(state.dataset.wrong ?? "").replace("{0}", nameOf(cell))} ${fault instanceof Error ? fault.message : ""}`);
  }
}

/** @param {HTMLInputElement} cell @param {number} down @param {number} right */
function move(cell, down, right) {
  const row = /** @type {HTMLTableRowElement} */ (cell.closest("tr"));
  const column = /** @type {HTMLTableCellElement} */ (cell.closest("td")).cellIndex;
  const target = grid?.rows[row.rowIndex + down]?.cells[column + right]?.querySelector("input.cell");
  if (target instanceof HTMLInputElement) {
    target.focus();
    target.select();
  }
}

grid?.addEventListener("change", (event) => {
  const cell = event.target;
  if (!(cell instanceof HTMLInputElement) || !cell.classList.contains("cell")) return;
  underWay.set(cell, (underWay.get(cell) ?? Promise.resolve()).then(() => keep(cell)));
});
grid?.addEventListener("keydown", (event) => {
  const cell = event.target;
  if (!(cell instanceof HTMLInputElement) || !cell.classList.contains("cell") || event.altKey || event.ctrlKey || event.metaKey) return;
  const moves = { ArrowDown: [1, 0], ArrowUp: [-1, 0], Enter: [1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
  const step = moves[/** @type {keyof typeof moves} */ (event.key)];
  if (!step) return;
  // Within a longer number the arrows move the caret, as everywhere.
  if (event.key === "ArrowRight" && cell.selectionEnd !== cell.value.length) return;
  if (event.key === "ArrowLeft" && cell.selectionStart !== 0) return;
  event.preventDefault();
  if (event.key === "Enter" && cell.value !== cell.defaultValue) cell.dispatchEvent(new Event("change", { bubbles: true }));
  move(cell, step[0], step[1]);
});

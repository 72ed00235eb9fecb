// Parallel bars in the margin: one for each excerpt, as long as its words, those that overlap beside each other, and each with a
// label that can be pressed and never lies on another.

const lane = 10;
const gap = 4;

/** @param {HTMLElement} root */
export function drawBars(root) {
  const bars = Array.from(root.querySelectorAll(".bars a"), (bar) => /** @type {HTMLAnchorElement} */ (bar));
  const words = new Map();
  for (const run of root.querySelectorAll("[data-excerpts]")) {
    if (!(run instanceof HTMLElement)) continue;
    const box = run.getBoundingClientRect();
    for (const number of (run.dataset.excerpts ?? "").split(" ")) {
      const place = words.get(number);
      words.set(number, place ? { top: Math.min(place.top, box.top), bottom: Math.max(place.bottom, box.bottom) } : { top: box.top, bottom: box.bottom });
    }
  }

  const lanes = bars.reduce((most, bar) => Math.max(most, Number(bar.dataset.lane)), 0) + 1;
  // All is measured before anything is moved, so that the page is laid out once.
  const cells = bars.map((bar) => bar.parentElement?.getBoundingClientRect().top ?? 0);
  const labels = bars.map((bar) => bar.offsetHeight);
  let free = -Infinity;
  bars.forEach((bar, index) => {
    const place = words.get(bar.dataset.excerpt);
    const line = bar.querySelector("i");
    if (!place || !line) return;
    const top = Math.max(place.top, free);
    bar.style.top = `${top - cells[index]}px`;
    bar.style.left = `${lanes * lane + gap}px`;
    free = top + labels[index];
    line.style.top = `${place.top - top}px`;
    line.style.height = `${place.bottom - place.top}px`;
    line.style.left = `${Number(bar.dataset.lane) * lane - lanes * lane - gap}px`;
  });
}

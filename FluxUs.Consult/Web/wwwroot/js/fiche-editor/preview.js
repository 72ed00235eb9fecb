// The preview follows the section that is open, within its own box: neither the window nor the focus moves.

// So much of what stands before the section stays in sight.
const Above = 24;

/** @returns {HTMLElement | null} */
const box = () => document.querySelector(".preview");

/** The key of the open section, empty where there is no preview. */
export const openSection = () => box()?.dataset.open ?? "";

/** How far below the upper edge of the box the section begins, undefined where it has no place in it. */
function distance() {
  const place = document.getElementById("open-section");
  return place && box() ? place.getBoundingClientRect().top - /** @type {HTMLElement} */ (box()).getBoundingClientRect().top : undefined;
}

export function showOpenSection() {
  const [preview, from] = [box(), distance()];
  if (preview && from !== undefined) preview.scrollTop += from - Above;
}

/** Whether any part of the section is in sight. */
function isInSight() {
  const preview = box()?.getBoundingClientRect();
  const section = document.getElementById("open-section")?.getAttribute("data-section") ?? "";
  return preview !== undefined && [...document.querySelectorAll(`.preview [data-section="${CSS.escape(section)}"]`)].some((part) => {
    const { top, bottom } = part.getBoundingClientRect();
    return bottom > preview.top && top < preview.bottom;
  });
}

/**
 * Runs a change of what stands in the box: the section keeps its place there where it was in sight, and comes back where it was not.
 * @param {() => void} change
 */
export function keepingPlace(change) {
  const before = isInSight() ? distance() : undefined;
  change();
  const [preview, after] = [box(), distance()];
  if (before === undefined || after === undefined) showOpenSection();
  else if (preview) preview.scrollTop += after - before;
}

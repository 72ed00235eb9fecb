// The sliders of the ranking: moving one weight scales the others so that the sum stays 100, and what comes of it is asked of the
// server, which computes it exactly. Without this module the form is sent by its button.
const root = document.getElementById("ranking-root");
/** @type {AbortController | null} */
let asking = null;

/** @returns {HTMLInputElement[]} */
const sliders = () => /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll("#what-if-form input[type=range]")]);

/** @param {number} weight */
const say = (weight) => weight.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });

/** Keeps the proportions of the other weights as they were before this move. @param {HTMLInputElement} moved @param {number[]} before */
function keepSum(moved, before) {
  const all = sliders();
  const at = all.indexOf(moved);
  const others = before.reduce((sum, weight, index) => (index === at ? sum : sum + weight), 0);
  const left = 100 - Number(moved.value);
  const parts = before.map((weight) => left * (others > 0 ? weight / others : 1 / (all.length - 1)));
  // One scale for all: equal weights stand at equal places.
  const room = Math.ceil(Math.max(...parts.filter((_, index) => index !== at)));
  if (room > Number(moved.max)) for (const slider of all) slider.max = String(room);
  all.forEach((slider, index) => {
    if (index !== at) slider.value = parts[index].toFixed(2);
    const out = document.getElementById(`${slider.id}-out`);
    if (out) out.textContent = say(Number(slider.value));
  });
}

/** Asks for the ranking by these weights and shows it in place. @param {string} address */
async function show(address) {
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(address, { signal: asking.signal });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ["ranking", "what-changes"]) {
      const fresh = page.getElementById(id);
      if (!fresh) throw new Error(id);
      document.getElementById(id)?.replaceWith(fresh);
    }
    history.replaceState(null, "", address);
  } catch (fault) {
    // Signed out, or no way to the server: the whole page says which.
    if (!(fault instanceof DOMException && fault.name === "AbortError")) location.assign(address);
  }
}

if (root) {
  document.getElementById("what-if-send")?.classList.add("visually-hidden-focusable");
  /** @type {number[]} */
  let before = sliders().map((slider) => Number(slider.value));
  root.addEventListener("input", (event) => {
    const moved = event.target;
    if (moved instanceof HTMLInputElement && moved.type === "range") keepSum(moved, before);
  });
  root.addEventListener("change", (event) => {
    const moved = event.target;
    if (!(moved instanceof HTMLInputElement) || moved.type !== "range") return;
    before = sliders().map((slider) => Number(slider.value));
    const form = /** @type {HTMLFormElement} */ (document.getElementById("what-if-form"));
    const query = new URLSearchParams(sliders().map((slider) => [slider.name, slider.value]));
    show(`${form.action}?${query}`);
  });
}

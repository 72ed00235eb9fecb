// The one module that keeps long texts while they are typed. It takes every <textarea data-autosave-url> of the page, also those
// that come later, the buttons that take a text into the field, and the form that signs out.
import { Area } from "./autosave/area.js";
import * as drafts from "./autosave/drafts.js";
import { moment, say } from "./autosave/words.js";

/** @type {Map<HTMLTextAreaElement, Area>} */
const areas = new Map();
/** @type {WeakSet<HTMLFormElement>} */
const ready = new WeakSet();

/** @param {ParentNode} root */
function take(root) {
  for (const field of root.querySelectorAll("textarea[data-autosave-url]")) {
    if (!(field instanceof HTMLTextAreaElement) || areas.has(field)) continue;
    const area = new Area(field);
    areas.set(field, area);
    void area.begin();
  }
  for (const button of root.querySelectorAll("button[data-field-key]")) if (button instanceof HTMLButtonElement) void offer(button);
}

function letGo() {
  for (const [field, area] of areas) {
    if (field.isConnected) continue;
    areas.delete(field);
    void area.end();
  }
}

/** "Take into the field", and giving it back. @param {HTMLButtonElement} button */
async function offer(button) {
  if (button.dataset.offered) return;
  button.dataset.offered = "yes";
  const scope = /** @type {string} */ (button.dataset.fieldKey);
  const show = async () => {
    const field = await drafts.fieldKey(scope);
    button.textContent = field ? say("giveBack", moment(field.until)) : say("take");
    button.hidden = false;
    return field;
  };
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await ((await drafts.fieldKey(scope)) ? drafts.giveBack(scope) : drafts.take(scope));
      await show();
    } finally {
      button.disabled = false;
    }
  });
  await show().catch(() => undefined); // a browser that keeps nothing has nothing to offer
}

// A form is sent once the texts of the page have been: the revision that it carries must not be an old one, and what it does (hand
// over, publish) is meant for what stands on the screen.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || ready.has(form) || event.defaultPrevented) return;
  const leaving = form.hasAttribute("data-sign-out");
  const open = [...areas.values()].filter((area) => area.isOpen);
  if (!leaving && open.length === 0) return;
  event.preventDefault();
  await Promise.race([Promise.all(open.map((area) => area.flush())), new Promise((resolve) => setTimeout(resolve, 3000))]);
  if (leaving) {
    const unsent = (await drafts.within(drafts.count()).catch(() => 0)) ?? 0;
    if (unsent > 0 && !confirm(say("unsent", String(unsent)))) return;
    await drafts.within(drafts.wipe()).catch(() => undefined);
  }
  ready.add(form);
  form.requestSubmit(event.submitter);
  ready.delete(form);
});

// A page that changes a part of itself asks first that what was typed there is sent, and waits for it.
document.addEventListener("texts-settle", (event) => {
  if (!(event instanceof CustomEvent)) return;
  event.detail.waiting.push(...[...areas.values()].filter((area) => area.isOpen).map((area) => area.flush()));
});

// A link is followed once what was just typed is kept here.
document.addEventListener("click", async (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download") || event.defaultPrevented) return;
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const unkept = [...areas.values()].filter((area) => area.isUnkept);
  if (unkept.length === 0 || link.getAttribute("href")?.startsWith("#")) return;
  event.preventDefault();
  await Promise.all(unkept.map((area) => area.keep()));
  location.assign(link.href);
});

addEventListener("beforeunload", (event) => {
  for (const area of areas.values()) area.leave();
  if ([...areas.values()].some((area) => area.isUnkept && area.lost)) event.preventDefault();
});
document.addEventListener("visibilitychange", () => {
  for (const area of areas.values())
    if (document.hidden) void area.flush();
    else area.again();
});
addEventListener("online", () => areas.forEach((area) => area.again()));

new MutationObserver((changes) => {
  if (changes.some((change) => change.addedNodes.length > 0)) take(document);
  if (changes.some((change) => change.removedNodes.length > 0)) letGo();
}).observe(document.body, { childList: true, subtree: true });
take(document);
if (areas.size > 0) void drafts.tidy().catch(() => undefined);

// One text area that is kept as it is typed: a sealed draft here first, then the server; an honest line says where the text stands.
import * as drafts from "./drafts.js";
import { say, part, clock, moment } from "./words.js";

const PAUSE = 500; // after the last key
const LONGEST = 2000; // however fast one types
const TIMEOUT = 15000;
const RETRY_FIRST = 1000;
const RETRY_LAST = 2000; // a server that returns has the text within five seconds
const KEEPALIVE_LIMIT = 60000; // a browser sends at most 64 KiB after the page is gone

export class Area {
  /** @param {HTMLTextAreaElement} field */
  constructor(field) {
    this.field = field;
    this.url = /** @type {string} */ (field.dataset.autosaveUrl);
    this.scope = field.dataset.autosaveScope;
    this.revision = Number(field.dataset.revision ?? 0);
    /** What the server has, as far as is known. */
    this.standing = field.defaultValue;
    /** What is on this disk or the server: all but the last half second. */
    this.kept = field.defaultValue;
    /** @type {Promise<void> | undefined} */
    this.begun = undefined;
    /** The draft on its way to the disk. @type {Promise<void> | undefined} */
    this.keeping = undefined;
    /** @type {number | undefined} */
    this.pause = undefined;
    /** @type {number | undefined} */
    this.retry = undefined;
    /** When the first key of this batch was struck. @type {number | undefined} */
    this.firstKey = undefined;
    /** The antiforgery token was asked for again because of this very text. */
    this.renewed = false;
    /** Texts that were sent on this revision and not answered: an answer that was lost must not look like another person. @type {string[]} */
    this.unanswered = [];
    /** @type {{ text: string, operation: string } | undefined} */
    this.next = undefined;
    this.sending = /** @type {Promise<void> | undefined} */ (undefined);
    this.stopped = false;
    this.lost = false;
    this.wait = 0;
    this.frame = field.closest("[data-autosave-area]") ?? field.parentElement ?? document.body;
    this.line = this.frame.querySelector("[data-autosave-state]");
    this.voice = this.frame.querySelector("[data-autosave-said]");
    this.onInput = () => this.#typed();
    field.addEventListener("input", this.onInput);
  }

  get value() {
    return this.field.value;
  }

  /** Whether the server lacks something that stands in the field. */
  get isOpen() {
    return this.value !== this.standing;
  }

  /** Whether something stands neither on this disk nor on the server. */
  get isUnkept() {
    return this.isOpen && this.value !== this.kept;
  }

  /** Looks for a draft that the server never got, and asks what to do with it. */
  begin() {
    return (this.begun = this.#begin());
  }

  async #begin() {
    try {
      const draft = await drafts.find(this.url, this.scope);
      if (draft) {
        if (draft.text === this.standing) await drafts.forget(this.url, this.scope);
        else if (draft.revision === this.revision) this.#askToRestore(draft);
        else this.#askToChoose(draft.text, { text: this.standing, revision: this.revision }, moment(draft.at));
      }
    } catch (fault) {
      if (fault instanceof drafts.Refused && fault.status === 401) this.#state("not", say("signedOut"));
    }
    // Someone may have typed before this module was there.
    if (this.isOpen) this.#typed();
  }

  /** Stops listening: the field has left the page. What is open is still sent. */
  end() {
    this.field.removeEventListener("input", this.onInput);
    return this.flush();
  }

  #typed() {
    if (this.field.readOnly) return;
    const now = Date.now();
    this.firstKey ??= now;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.keep(), Math.max(0, Math.min(PAUSE, this.firstKey + LONGEST - now)));
  }

  /** Keeps what stands in the field here, then has it sent. Resolves when it is kept here, or cannot be. */
  async keep() {
    clearTimeout(this.pause);
    this.firstKey = undefined;
    await drafts.within(this.begun).catch(() => undefined); // a draft that is still to be found must not be written over
    if (this.field.readOnly) return;
    const text = this.value;
    if (text === this.standing && !this.sending) {
      await drafts.within(drafts.forget(this.url, this.scope)).catch(() => undefined);
      return this.#state("saved", say("saved", clock(Date.now())));
    }
    if (this.next?.text !== text) this.next = { text, operation: crypto.randomUUID() };
    const { operation } = this.next;
    try {
      this.keeping = drafts.keep(this.url, this.scope, { text, revision: this.revision, operation, at: Date.now() });
      await drafts.within(this.keeping);
      this.kept = text;
      this.lost = false;
      if (!this.stopped && !this.wait) this.#state("local", say("saving"));
    } catch {
      this.lost = true; // no key yet, or the browser keeps nothing, or too slowly: only the server can
    }
    this.#send();
  }

  #send() {
    if (this.sending || this.stopped || !this.next) return;
    clearTimeout(this.retry);
    this.sending = this.#put().finally(() => {
      this.sending = undefined;
      if (this.next && !this.stopped && !this.wait) this.#send();
    });
  }

  /** @param {boolean} [last] The page is going: one try, without waiting. */
  async #put(last = false) {
    const { text, operation } = /** @type {{ text: string, operation: string }} */ (this.next);
    const body = JSON.stringify({ operation, revision: this.revision, text });
    try {
      if (!this.unanswered.includes(text)) this.unanswered.push(text);
      const { header, token } = await drafts.credentials();
      const answer = await fetch(this.url, {
        method: "PUT",
        headers: { "Content-Type": "application/json", [header]: token },
        body,
        redirect: "manual",
        keepalive: last && body.length < KEEPALIVE_LIMIT,
        signal: last ? undefined : AbortSignal.timeout(TIMEOUT),
      });
      if (answer.type === "opaqueredirect") throw new drafts.Refused(401);
      const said = await answer.json().catch(() => undefined);
      if (!answer.ok) throw new drafts.Refused(answer.status, said);
      await this.#saved(text, operation, said);
    } catch (fault) {
      await this.#failed(text, fault);
    }
  }

  /** @param {string} text @param {string} operation @param {{ revision: number, savedAt: string }} said */
  async #saved(text, operation, said) {
    this.#stand(text, said.revision);
    this.wait = 0;
    if (this.next?.operation === operation) this.next = undefined;
    await drafts.within(this.keeping).catch(() => undefined);
    await drafts.within(drafts.forget(this.url, this.scope, operation)).catch(() => undefined);
    if (!this.next) this.#state("saved", say("saved", clock(Date.parse(said.savedAt))));
    this.field.dispatchEvent(new CustomEvent("autosave:saved", { bubbles: true, detail: said }));
  }

  /** @param {string} text @param {unknown} fault */
  async #failed(text, fault) {
    const status = fault instanceof drafts.Refused ? fault.status : 0;
    const body = fault instanceof drafts.Refused ? fault.body : undefined;
    if (status === 409 && typeof body?.text === "string") return this.#changed(body);
    if (status === 400 && !this.renewed) {
      this.renewed = true; // the session changed under the page: a new token, at once
      await drafts.credentials(true).catch(() => undefined);
      this.renewed = await this.#put().then(() => false);
      return;
    }
    const reason = { 403: "forbidden", 404: "gone", 413: "tooLong" }[status];
    if (reason || status === 422) {
      this.unanswered = this.unanswered.filter((sent) => sent !== text);
      if (this.next?.text === text) this.next = undefined; // another text may do
      this.stopped = status === 403 || status === 404;
      return this.#state("not", reason ? say(reason) : say("refused", String(body?.reason ?? "")));
    }
    if (status === 401) await this.#rest(say("signedOut"));
    else if (this.lost) await this.#rest(say("nowhere"));
    else await this.#rest(undefined);
  }

  /** Waits longer after each failure, then tries again. @param {string | undefined} why */
  async #rest(why) {
    this.wait = Math.min(this.wait ? this.wait * 2 : RETRY_FIRST, RETRY_LAST);
    if (why) this.#state("not", why);
    else this.#state("local", say("local", clock(Date.now())));
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.again(), this.wait * (0.75 + Math.random() / 2));
  }

  /** Tries now: the network is back, or the person is. */
  again() {
    clearTimeout(this.retry);
    if (this.lost && this.isUnkept) return void this.keep();
    this.#send();
  }

  /** Somebody, or an answer that was lost, has changed the text on the server. @param {{ revision: number, text: string, savedAt: string, by: string }} said */
  async #changed(said) {
    if (this.unanswered.includes(said.text) || said.text === this.value) {
      this.#stand(said.text, said.revision);
      this.wait = 0;
      if (this.next?.text === said.text) this.next = undefined;
      if (!this.next && this.isOpen) this.next = { text: this.value, operation: crypto.randomUUID() };
      if (!this.next) await this.#saved(said.text, "", said);
      return;
    }
    this.#askToChoose(this.value, said, undefined);
  }

  /** @param {string} text @param {number} revision */
  #stand(text, revision) {
    this.standing = text;
    this.revision = revision;
    this.unanswered = [];
    this.field.dataset.revision = String(revision);
    const hidden = this.frame.querySelector("[data-autosave-revision]");
    if (hidden instanceof HTMLInputElement) hidden.value = String(revision);
  }

  /** @param {drafts.Draft} draft */
  #askToRestore(draft) {
    this.field.readOnly = true; // typing now would write over the draft
    const panel = this.#panel("restore", { when: moment(draft.at), mine: draft.text });
    // What was typed while the draft was looked for stands before it.
    panel.act("restore", () => this.#take(this.isOpen ? `${this.value}\n\n${draft.text}` : draft.text));
    panel.act("discard", async () => {
      this.field.readOnly = false;
      await drafts.forget(this.url, this.scope).catch(() => undefined);
      this.#state("saved", say("discarded"));
    });
    this.#state("not", say("found", moment(draft.at)));
  }

  /**
   * Both texts, and the person chooses: nobody's change is overwritten in silence.
   * @param {string} mine
   * @param {{ text: string, revision: number, savedAt?: string, by?: string }} theirs
   * @param {string | undefined} when When mine was kept, if it comes from a draft.
   */
  #askToChoose(mine, theirs, when) {
    this.stopped = true;
    this.next = undefined;
    if (when) this.field.readOnly = true;
    const by = theirs.by ?? "";
    const at = theirs.savedAt ? moment(Date.parse(theirs.savedAt)) : "";
    const panel = this.#panel("choose", { mine, theirs: theirs.text, by, at, when: when ?? "" });
    const current = () => (when ? mine : this.value);
    const settle = (/** @type {string} */ text) => {
      this.#stand(theirs.text, theirs.revision);
      this.stopped = false;
      this.#take(text);
    };
    panel.act("mine", () => settle(current()));
    panel.act("theirs", () => settle(theirs.text));
    panel.act("both", () => settle(`${theirs.text}\n\n---\n\n${current()}`));
    this.#state("not", when ? say("found", when) : say("changed", by));
  }

  /** @param {string} text */
  #take(text) {
    this.field.readOnly = false;
    this.field.value = text;
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
    this.field.focus();
    void this.keep();
  }

  /** @param {string} name @param {Record<string, string>} slots */
  #panel(name, slots) {
    this.frame.querySelector("[data-part]")?.remove();
    const panel = part(name, slots);
    this.field.after(panel);
    return {
      /** @param {string} act @param {() => void} run */
      act(act, run) {
        panel.querySelector(`[data-act="${act}"]`)?.addEventListener("click", () => {
          panel.remove();
          run();
        });
      },
    };
  }

  /** Has everything sent that can be; resolves when it is done or is known to fail. */
  async flush() {
    if (this.isUnkept) await this.keep();
    else this.again();
    while (this.sending) await this.sending;
  }

  /** The page goes away now. */
  leave() {
    if (!this.isUnkept || this.stopped || this.field.readOnly) return;
    this.next = { text: this.value, operation: crypto.randomUUID() };
    void this.#put(true);
  }

  /** @param {"saved" | "local" | "not"} kind @param {string} words */
  #state(kind, words) {
    if (this.line instanceof HTMLElement) {
      this.line.className = kind === "saved" ? "saved" : `saved ${kind}`;
      this.line.textContent = words;
      this.line.hidden = false;
    }
    // Said aloud only when it changes in kind, not every two seconds.
    if (this.voice && this.voice.getAttribute("data-kind") !== kind && words !== say("saving")) {
      this.voice.setAttribute("data-kind", kind);
      this.voice.textContent = words;
    }
  }
}

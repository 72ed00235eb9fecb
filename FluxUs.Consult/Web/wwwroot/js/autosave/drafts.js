// Drafts of long texts in this browser: IndexedDB, each sealed with AES-GCM. The key of the account is in memory only; a key
// "taken into the field" for one scope is a CryptoKey that cannot be exported, kept for seven days.

/**
 * @typedef {object} Draft What is known of a text that the server may not have.
 * @property {string} text
 * @property {number} revision The revision on which it was written.
 * @property {string} operation
 * @property {number} at When it was kept, in milliseconds since 1970.
 */

/**
 * @typedef {object} Credentials What the server hands out after sign-in.
 * @property {CryptoKey} key
 * @property {string} shelf The name under which this account's drafts are filed.
 * @property {string} header The header of the antiforgery token.
 * @property {string} token
 */

const DATABASE = "fluxus-consult-drafts";
const DAY = 24 * 60 * 60 * 1000;
export const FIELD_DAYS = 7;
const DRAFT_DAYS = 30;

/** @type {Promise<IDBDatabase> | undefined} */
let opening;
/** @type {IDBOpenDBRequest | undefined} */
let request;
/** @type {Credentials | undefined} */
let held;
/** @type {Promise<Credentials> | undefined} */
let asking;

/** An answer of the server that is no success; the status says which. */
export class Refused extends Error {
  /** @param {number} status @param {any} [body] */
  constructor(status, body) {
    super(`status ${status}`);
    this.status = status;
    this.body = body;
  }
}

/**
 * The key of this account's drafts, asked for once and held in memory.
 * @param {boolean} [again] Ask even when it is held: the session has changed.
 * @returns {Promise<Credentials>}
 */
export async function credentials(again = false) {
  if (held && !again) return held;
  asking ??= ask().finally(() => (asking = undefined));
  return asking;
}

/** @returns {Promise<Credentials>} */
async function ask() {
  const before = held?.shelf;
  const answer = await fetch("/autosave/key", {
    headers: { Accept: "application/json" },
    redirect: "manual",
    signal: AbortSignal.timeout(15000),
  });
  if (answer.type === "opaqueredirect") throw new Refused(401);
  if (!answer.ok) throw new Refused(answer.status);
  const { key, shelf, header, token } = await answer.json();
  const bytes = Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0));
  // Another account has signed in under this page: its texts are not that person's to send.
  if (before && before !== shelf) throw new Refused(401);
  held = { key: await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]), shelf, header, token };
  return held;
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  opening ??= new Promise((resolve, reject) => {
    const asked = (request = indexedDB.open(DATABASE, 1));
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("drafts", { keyPath: "id" });
      asked.result.createObjectStore("keys", { keyPath: "scope" });
    };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => close();
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error);
  });
  opening.catch(() => (opening = undefined));
  return opening;
}

function close() {
  opening?.then((database) => database.close()).catch(() => undefined);
  opening = undefined;
}

// A page that is put aside while it makes the database would keep every later page waiting.
addEventListener("pagehide", () => {
  if (request?.readyState === "pending") request.transaction?.abort();
  close();
});

/**
 * @template T
 * @param {"drafts" | "keys"} store
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} act
 * @returns {Promise<T>} Once it is on the disk, for a write.
 */
async function run(store, mode, act) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode, { durability: "strict" });
    const request = act(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

/**
 * With which key, under which name: the one taken into the field when the scope has one, else the account's.
 * @param {string} url
 * @param {string | undefined} scope
 */
async function place(url, scope) {
  const field = scope ? await fieldKey(scope) : undefined;
  const owner = field ?? (await credentials());
  return { key: owner.key, id: `${owner.shelf} ${url}`, sealedBy: field ? "field" : "account" };
}

/**
 * A promise that does not keep anybody waiting: after the time given it fails, whatever the disk still does.
 * @template T
 * @param {Promise<T> | undefined} promise
 * @param {number} [time] In milliseconds.
 * @returns {Promise<T | undefined>}
 */
export function within(promise, time = 2000) {
  return Promise.race([
    promise ?? Promise.resolve(undefined),
    new Promise((_, reject) => setTimeout(() => reject(new Error("too slow")), time)),
  ]);
}

/**
 * Keeps a draft; resolves once it is on the disk.
 * @param {string} url
 * @param {string | undefined} scope
 * @param {Draft} draft
 */
export async function keep(url, scope, draft) {
  const { key, id, sealedBy } = await place(url, scope);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new TextEncoder().encode(id);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, new TextEncoder().encode(draft.text));
  const { revision, operation, at } = draft;
  await run("drafts", "readwrite", (store) => store.put({ id, url, scope, sealedBy, iv, sealed, revision, operation, at }));
}

/**
 * The draft of a text, or nothing: none was left, or its key is gone.
 * @param {string} url
 * @param {string | undefined} scope
 * @returns {Promise<Draft | undefined>}
 */
export async function find(url, scope) {
  const { key, id } = await place(url, scope);
  const record = await run("drafts", "readonly", (store) => store.get(id));
  if (!record) return undefined;
  const text = await unseal(record, key);
  return text === undefined ? undefined : { text, revision: record.revision, operation: record.operation, at: record.at };
}

/** @param {any} record @param {CryptoKey} key */
async function unseal(record, key) {
  try {
    const additionalData = new TextEncoder().encode(record.id);
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: record.iv, additionalData }, key, record.sealed));
  } catch {
    return undefined; // sealed with a key that this account no longer has
  }
}

/**
 * Forgets a draft, unless it is another than the one meant.
 * @param {string} url
 * @param {string | undefined} scope
 * @param {string} [operation] Only if the draft is of this operation.
 */
export async function forget(url, scope, operation) {
  const { id } = await place(url, scope);
  await run("drafts", "readwrite", (store) => {
    const found = store.get(id);
    found.onsuccess = () => {
      if (found.result && (!operation || found.result.operation === operation)) store.delete(id);
    };
    return found;
  });
}

/** How many texts are kept here that the server may not have. */
export async function count() {
  return run("drafts", "readonly", (store) => store.count());
}

/**
 * The key taken into the field for a scope.
 * @param {string} scope
 * @returns {Promise<{ key: CryptoKey, shelf: string, until: number } | undefined>}
 */
export async function fieldKey(scope) {
  const record = await run("keys", "readonly", (store) => store.get(scope));
  return record && record.until > Date.now() ? record : undefined;
}

/**
 * Takes a scope into the field: from now on its drafts can be read in this browser without the server, for seven days.
 * @param {string} scope
 */
export async function take(scope) {
  const { key: accountKey, shelf } = await credentials();
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const until = Date.now() + FIELD_DAYS * DAY;
  await reseal(scope, accountKey, key, "field");
  await run("keys", "readwrite", (store) => store.put({ scope, key, shelf, until }));
  return until;
}

/**
 * Gives it back: the key goes, the drafts are sealed with the account's key again.
 * @param {string} scope
 */
export async function giveBack(scope) {
  const field = await fieldKey(scope);
  const { key } = await credentials();
  if (field) await reseal(scope, field.key, key, "account");
  await run("keys", "readwrite", (store) => store.delete(scope));
}

/** @param {string} scope @param {CryptoKey} from @param {CryptoKey} to @param {string} sealedBy */
async function reseal(scope, from, to, sealedBy) {
  for (const record of await run("drafts", "readonly", (store) => store.getAll())) {
    if (record.scope !== scope) continue;
    const text = await unseal(record, from);
    if (text === undefined) continue;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const additionalData = new TextEncoder().encode(record.id);
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, to, new TextEncoder().encode(text));
    await run("drafts", "readwrite", (store) => store.put({ ...record, iv, sealed, sealedBy }));
  }
}

/** Lets go of what is past its time: field keys after seven days with what they seal, other drafts after thirty. */
export async function tidy() {
  const now = Date.now();
  const past = (await run("keys", "readonly", (store) => store.getAll())).filter((key) => key.until <= now).map((key) => key.scope);
  for (const scope of past) await run("keys", "readwrite", (store) => store.delete(scope));
  for (const draft of await run("drafts", "readonly", (store) => store.getAll())) {
    const lost = draft.sealedBy === "field" && past.includes(draft.scope);
    if (lost || draft.at < now - DRAFT_DAYS * DAY) await run("drafts", "readwrite", (store) => store.delete(draft.id));
  }
}

/** Leaves nothing in this browser: at sign-out. */
export async function wipe() {
  held = undefined;
  close();
  await new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.onsuccess = request.onerror = request.onblocked = () => resolve(undefined);
  });
}

// Passkeys (Web Authentication Level 3): fetches the question, lets the browser answer it, sends the answer with the form.

/**
 * @param {HTMLFormElement} form with data-passkey "get" or "create" and data-options, where the question comes from
 */
function serve(form) {
  const button = /** @type {HTMLButtonElement} */ ([...form.elements].find((element) => element instanceof HTMLButtonElement && element.type === "button"));
  const stopped = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  button.hidden = false;
  button.addEventListener("click", async () => {
    stopped.hidden = true;
    button.disabled = true;
    try {
      const credential = /** @type {PublicKeyCredential} */ (await ask(form));
      /** @type {HTMLInputElement} */ (form.elements.namedItem("Credential")).value = JSON.stringify(credential.toJSON());
      form.requestSubmit();
    } catch {
      // The person closed the browser's question, or it timed out: nothing was sent.
      stopped.hidden = false;
      button.disabled = false;
    }
  });
}

/** @param {HTMLFormElement} form */
async function ask(form) {
  const token = /** @type {HTMLInputElement} */ (form.querySelector("[name=__RequestVerificationToken]")).value;
  const response = await fetch(/** @type {string} */ (form.dataset.options), { method: "POST", body: new URLSearchParams({ __RequestVerificationToken: token }) });
  if (!response.ok) throw new Error(String(response.status));
  const question = await response.json();
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
}

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  document.querySelectorAll("form[data-passkey]").forEach((form) => serve(/** @type {HTMLFormElement} */ (form)));
}

// @ts-check
// Asks the device to make or show a passkey and sends its answer with the form. Without this file, or where the browser knows
// no passkeys, the form stays hidden and a sentence says what to use instead.

/** @typedef {{ working: string, stopped: string, there: string, unreachable: string }} Words */

/** @param {string} text */
const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))

/** @param {ArrayBuffer | null | undefined} buffer */
const text = (buffer) =>
  buffer &&
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

/** The question as browsers take it that do not read JSON themselves. @param {any} asked */
function written(asked) {
  const list = (/** @type {any[]} */ keys = []) => keys.map((key) => ({ ...key, id: bytes(key.id) }))
  return {
    ...asked,
    challenge: bytes(asked.challenge),
    ...(asked.user && { user: { ...asked.user, id: bytes(asked.user.id) } }),
    excludeCredentials: list(asked.excludeCredentials),
    allowCredentials: list(asked.allowCredentials),
  }
}

/** The answer as JSON, also of browsers that do not write it themselves. @param {any} credential */
function read(credential) {
  if (credential.toJSON) return credential.toJSON()
  const { id, type, response } = credential
  const said = {
    clientDataJSON: text(response.clientDataJSON),
    attestationObject: text(response.attestationObject),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: text(response.userHandle),
    transports: response.getTransports?.(),
  }
  return { id, rawId: id, type, response: said }
}

/** @param {any} asked */
function answer(asked) {
  const kind = /** @type {any} */ (PublicKeyCredential)
  if (asked.rp) {
    const publicKey = kind.parseCreationOptionsFromJSON?.(asked) ?? written(asked)
    return navigator.credentials.create({ publicKey })
  }
  const publicKey = kind.parseRequestOptionsFromJSON?.(asked) ?? written(asked)
  return navigator.credentials.get({ publicKey })
}

/** @param {HTMLFormElement} form */
async function send(form) {
  const words = /** @type {Words} */ (JSON.parse(form.dataset['words'] ?? '{}'))
  const status = /** @type {HTMLElement} */ (form.querySelector('[role=status]'))
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('button'))
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem('credential'))
  button.disabled = true
  status.textContent = words.working
  try {
    const response = await fetch(form.dataset['ask'] ?? '', { method: 'POST' })
    const asked = await response.json()
    if (!response.ok) throw new Error(asked.detail)
    field.value = JSON.stringify(read(await answer(asked)))
    form.submit()
  } catch (trouble) {
    const { name, message } = /** @type {Error} */ (trouble)
    const said = { TypeError: words.unreachable, InvalidStateError: words.there, Error: message }
    status.textContent = said[/** @type {keyof typeof said} */ (name)] ?? words.stopped
    button.disabled = false
  }
}

for (const place of document.querySelectorAll('[data-passkey]')) {
  const form = place.querySelector('form')
  if (!form || !('PublicKeyCredential' in window)) continue
  form.hidden = false
  place.querySelector('[data-without]')?.remove()
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send(form)
  })
}

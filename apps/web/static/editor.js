// @ts-check
// Saves a text while it is typed, keeps it on the device while there is no line, and says how it stands. Without this
// file the form has a button that saves, and nothing else is missing.

const quietMs = 900
const presenceMs = 20_000
const longestRetryMs = 30_000

/** @typedef {{ saving: string, saved: string, offline: string, conflict: string, refused: string, signedOut: string, restored: string, others: string }} Words */
/** @typedef {{ revision: number, body: string, at: number }} Kept */
/** @typedef {{ revision: number, points: { field: string, isMet: boolean }[], completeness: number, words?: Record<string, string>, kept?: number | null }} Answer */

class Editor {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form
    this.address = form.dataset['save'] ?? ''
    this.lang = form.dataset['lang'] ?? 'id'
    this.words = /** @type {Words} */ (JSON.parse(form.dataset['words'] ?? '{}'))
    this.revision = /** @type {HTMLInputElement} */ (form.elements.namedItem('revision'))
    this.kept = new KeptText(`semai ${this.address}`)
    /** What the server has. */
    this.last = bodyOf(form)
    this.isSending = false
    /** Somebody else was first: people decide now, and nothing more is sent. */
    this.isSettled = false
    this.waitMs = quietMs
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined
  }

  start() {
    this.form.addEventListener('input', () => {
      this.keep()
      countWords(this.form)
      this.later(quietMs)
    })
    this.form.addEventListener('submit', (event) => {
      // A button with something to do changes the form itself: that is the server's, on a text that is stored.
      if (event.submitter?.getAttribute('name') === 'do') return void this.saveFirst(event)
      event.preventDefault()
      this.later(0)
    })
    addEventListener('online', () => this.later(0))
    addEventListener('pagehide', () => this.leave())
    for (const step of document.querySelectorAll('[data-steps] form')) {
      step.addEventListener('submit', (event) => void this.saveFirst(/** @type {SubmitEvent} */ (event)))
    }
    void this.restore()
    void this.presence()
    setInterval(() => void this.presence(), presenceMs)
  }

  isStored() {
    return bodyOf(this.form) === this.last
  }

  /** @param {number} ms */
  later(ms) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.save(), ms)
  }

  /** @param {string} body @param {RequestInit} [more] */
  send(body, more) {
    const headers = { 'accept-language': this.lang }
    return fetch(this.address, { method: 'PUT', body: new URLSearchParams(body), headers, ...more })
  }

  async save() {
    const body = bodyOf(this.form)
    if (this.isSending || this.isSettled || body === this.last) return
    this.isSending = true
    this.show('saving', this.words.saving)
    try {
      await this.heed(await this.send(body), body)
      this.waitMs = quietMs
    } catch {
      this.show('offline', this.words.offline)
      this.waitMs = Math.min(longestRetryMs, this.waitMs * 2)
      this.later(this.waitMs)
    } finally {
      this.isSending = false
    }
    if (!this.isStored() && !this.isSettled && this.waitMs === quietMs) this.later(quietMs)
  }

  /** @param {Response} response @param {string} body */
  async heed(response, body) {
    if (response.ok && !response.redirected) return this.taken(await response.json(), body)
    if (response.status === 409) {
      this.isSettled = true
      this.kept.forget()
      return this.show('conflict', this.words.conflict)
    }
    if (response.status >= 500 || response.status === 429) throw new Error(String(response.status))
    this.last = body // sending the same again would be refused again
    if (response.status !== 422) return this.show('signed-out', this.words.signedOut)
    const { faults = [] } = /** @type {{ faults?: { says: string }[] }} */ (await response.json())
    return this.show('refused', [this.words.refused, ...faults.map(({ says }) => says)].join(' '))
  }

  /** @param {Answer} answer @param {string} body */
  taken(answer, body) {
    this.revision.value = String(answer.revision)
    this.last = body.replace(/(^|&)revision=\d+/, `$1revision=${answer.revision}`)
    if (this.isStored()) this.kept.forget()
    const locale = this.lang === 'id' ? 'id-ID' : 'en-GB'
    const time = new Date().toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
    this.show('saved', this.words.saved.replace('{time}', time))
    showProgress(answer)
  }

  keep() {
    this.kept.keep({ revision: Number(this.revision.value), body: bodyOf(this.form), at: Date.now() })
  }

  leave() {
    if (this.isStored() || this.isSettled) return
    this.keep()
    this.send(bodyOf(this.form), { keepalive: true }).catch(() => undefined)
  }

  /** What was typed and never arrived: back into the form when it still fits, else to the server, to be kept beside. */
  async restore() {
    const kept = this.kept.read()
    if (!kept || kept.body === this.last) return
    if (kept.revision === Number(this.revision.value)) {
      fill(this.form, new URLSearchParams(kept.body))
      countWords(this.form)
      this.show('offline', this.words.restored)
      return this.later(0)
    }
    const response = await this.send(kept.body).catch(() => null)
    if (response === null || (!response.ok && response.status !== 409)) return
    this.kept.forget()
    if (response.status === 409) location.reload()
  }

  async presence() {
    const response = await fetch(this.form.dataset['presence'] ?? '', { method: 'POST' }).catch(() => null)
    const line = document.querySelector('[data-live="others"]')
    if (!response?.ok || !(line instanceof HTMLElement)) return
    const { others } = /** @type {{ others: { name: string }[] }} */ (await response.json())
    line.hidden = others.length === 0
    line.textContent = this.words.others.replace('{names}', others.map(({ name }) => name).join(', '))
  }

  /** A step is taken on what is stored, so what was just typed is stored first. @param {SubmitEvent} event */
  async saveFirst(event) {
    if (this.isStored() || this.isSettled) return
    event.preventDefault()
    const step = /** @type {HTMLFormElement} */ (event.target)
    clearTimeout(this.timer)
    while (this.isSending) await new Promise((done) => setTimeout(done, 50))
    await this.save()
    if (this.isStored()) step.requestSubmit(event.submitter)
  }

  /** @param {string} state @param {string} says */
  show(state, says) {
    const line = document.querySelector('[data-live="state"]')
    if (!(line instanceof HTMLElement)) return
    line.dataset['state'] = state
    const text = line.querySelector('span')
    if (text && text.textContent !== says) text.textContent = says
  }
}

/** The text on the device; where nothing may be kept there, it is on its way to the server all the same. */
class KeptText {
  /** @param {string} key */
  constructor(key) {
    this.key = key
  }

  /** @param {Kept} text */
  keep(text) {
    try {
      localStorage.setItem(this.key, JSON.stringify(text))
    } catch {
      // no room, or not allowed
    }
  }

  /** @returns {Kept | null} */
  read() {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? 'null')
    } catch {
      return null
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.key)
    } catch {
      // never kept
    }
  }
}

/** @param {Answer} answer */
function showProgress({ points, completeness, words = {}, kept = null }) {
  const bar = document.querySelector('[data-live="kept-share"] i')
  if (bar instanceof HTMLElement && kept !== null) bar.style.width = `${(kept * 100).toFixed(1)}%`
  for (const [name, says] of Object.entries(words)) {
    const line = document.querySelector(`[data-live-text="${name}"]`)
    if (!(line instanceof HTMLElement) || line.textContent === says) continue
    line.textContent = says
    line.hidden = says === ''
  }
  for (const { field, isMet } of points) {
    const point = document.querySelector(`[data-point="${field}"]`)
    if (point instanceof HTMLElement) point.dataset['met'] = String(isMet)
  }
  const progress = document.querySelector('[data-live="progress"]')
  if (progress instanceof HTMLElement) {
    const met = points.filter(({ isMet }) => isMet).length
    const says = (progress.dataset['words'] ?? '').replace('{met}', String(met))
    progress.textContent = says.replace('{all}', String(points.length))
  }
  const share = document.querySelector('[data-live="share"]')
  if (share instanceof HTMLElement) share.style.setProperty('--share', String(completeness))
}

/** Words as they are typed, where a form counts them: runs of signs with a letter or a figure. @param {HTMLFormElement} form */
function countWords(form) {
  for (const line of document.querySelectorAll('[data-count]')) {
    const field = line instanceof HTMLElement && form.elements.namedItem(line.dataset['count'] ?? '')
    if (!(line instanceof HTMLElement) || !(field instanceof HTMLTextAreaElement)) continue
    const words = field.value.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
    line.textContent = (line.dataset['words'] ?? '').replace('{n}', String(words))
  }
}

/** @param {HTMLFormElement} form */
function bodyOf(form) {
  return new URLSearchParams(/** @type {[string, string][]} */ ([...new FormData(form)])).toString()
}

/** @param {HTMLFormElement} form @param {URLSearchParams} body */
function fill(form, body) {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')) {
      field.checked = body.getAll(field.name).includes(field.value)
    } else if (
      (field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement) &&
      field.name !== 'revision' &&
      body.has(field.name)
    ) {
      field.value = body.get(field.name) ?? ''
    }
  }
}

const form = document.querySelector('form[data-save]')
if (form instanceof HTMLFormElement) new Editor(form).start()

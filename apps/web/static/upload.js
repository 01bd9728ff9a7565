// @ts-check
// Sends files in pieces, goes on by itself where the line was lost, and after the page was loaded again. Without this
// file the form sends them whole, and nothing else is missing.

const longestWaitMs = 30_000

/** @typedef {{ waiting: string, reading: string, sending: string, offline: string, preparing: string, done: string, refused: string, signedOut: string, cancel: string, reload: string }} Words */
/** @typedef {{ id: string, received: number, bytes: number, pieceBytes: number }} State */
/** @typedef {{ key: string, address: string, file: File }} Kept */

/** The server said no: sending the same again would not help. */
class Refused extends Error {}
/** Whoever sends has signed out meanwhile. */
class SignedOut extends Error {}

/** Files whose upload is not finished, on this device; where nothing may be kept, they are chosen again. */
class KeptFiles {
  /** @returns {Promise<IDBDatabase>} */
  open() {
    return new Promise((done, failed) => {
      const request = indexedDB.open('semai-uploads', 1)
      request.addEventListener('upgradeneeded', () =>
        request.result.createObjectStore('files', { keyPath: 'key' }),
      )
      request.addEventListener('success', () => done(request.result))
      request.addEventListener('error', () => failed(request.error))
    })
  }

  /**
   * @template T
   * @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest<T>} work
   * @returns {Promise<T | null>}
   */
  async ask(mode, work) {
    try {
      const db = await this.open()
      return await new Promise((done, failed) => {
        const transaction = db.transaction('files', mode)
        const request = work(transaction.objectStore('files'))
        transaction.addEventListener('complete', () => done(request.result))
        transaction.addEventListener('abort', () => failed(transaction.error))
      })
    } catch {
      return null // no room, or not allowed
    }
  }

  /** @param {string} address @returns {Promise<Kept[]>} */
  async of(address) {
    const all = /** @type {Kept[] | null} */ (await this.ask('readonly', (store) => store.getAll()))
    return (all ?? []).filter((kept) => kept.address === address)
  }
}

const kept = new KeptFiles()

class Upload {
  /** @param {Sender} sender @param {Kept} given */
  constructor(sender, given) {
    this.sender = sender
    this.given = given
    this.isCancelled = false
    this.waitMs = 1_000
    /** @type {State | null} */
    this.state = null
    this.line = document.createElement('li')
    this.says = document.createElement('span')
    this.bar = document.createElement('progress')
    this.draw()
  }

  draw() {
    const { words, list } = this.sender
    const name = document.createElement('b')
    name.textContent = this.given.file.name
    const cancel = document.createElement('button')
    cancel.type = 'button'
    cancel.className = 'btn btn-text'
    cancel.textContent = words.cancel
    cancel.setAttribute('aria-label', `${words.cancel}: ${this.given.file.name}`)
    cancel.addEventListener('click', () => void this.cancel())
    this.bar.max = this.given.file.size
    this.bar.value = 0
    this.bar.setAttribute('aria-label', this.given.file.name)
    this.line.append(name, cancel, this.says, this.bar)
    list.append(this.line)
    this.show('waiting', words.waiting)
  }

  /** @param {string} state @param {string} says */
  show(state, says) {
    this.line.dataset['state'] = state
    this.says.textContent = says
  }

  /** @param {string} words */
  withShare(words) {
    const part = this.given.file.size === 0 ? 0 : (this.state?.received ?? 0) / this.given.file.size
    return words.replace('{share}', `${Math.floor(part * 100)}%`)
  }

  /** Until it is there, refused or given up; a lost line is only waited for. @returns {Promise<boolean>} */
  async run() {
    const { words } = this.sender
    while (!this.isCancelled) {
      try {
        await this.send()
        await this.end('done', words.done)
        return true
      } catch (problem) {
        if (this.isCancelled) break
        if (problem instanceof SignedOut) return this.keep('refused', words.signedOut)
        if (problem instanceof Refused)
          return this.end('refused', words.refused.replace('{says}', problem.message))
        this.show('offline', this.withShare(words.offline))
        await this.pause()
      }
    }
    return false
  }

  async send() {
    const { words } = this.sender
    const { file } = this.given
    if (this.state === null) {
      this.show('reading', words.reading)
      const sha256 = await sumOf(file)
      this.state = await this.sender.ask('', {
        method: 'POST',
        json: { name: file.name, bytes: file.size, sha256 },
      })
    } else {
      this.state = await this.sender.ask(`/${this.state.id}`, { method: 'GET' })
    }
    hideUnfinished(this.at().id)
    while (this.at().received < file.size && !this.isCancelled) await this.sendPiece()
    if (this.isCancelled) return
    this.show('preparing', words.preparing)
    await this.sender.ask(`/${this.at().id}`, { method: 'POST' })
  }

  async sendPiece() {
    const { id, received, pieceBytes } = this.at()
    this.bar.value = received
    this.show('sending', this.withShare(this.sender.words.sending))
    const piece = this.given.file.slice(received, received + pieceBytes)
    /** @type {Record<string, string>} */
    const headers = { 'upload-offset': String(received), 'content-type': 'application/octet-stream' }
    const sum = await sumOf(piece)
    if (sum !== null) headers['upload-sha256'] = sum
    const answer = await this.sender.ask(`/${id}`, { method: 'PATCH', body: piece, headers })
    this.at().received = answer.received
    this.bar.value = answer.received
    this.waitMs = 1_000
  }

  /** @returns {State} */
  at() {
    return /** @type {State} */ (this.state)
  }

  /** A while, or until the browser says that there is a line again. */
  pause() {
    const wait = this.waitMs
    this.waitMs = Math.min(longestWaitMs, this.waitMs * 2)
    return new Promise((done) => {
      const timer = setTimeout(done, wait, null)
      addEventListener('online', () => (clearTimeout(timer), done(null)), { once: true })
    })
  }

  async cancel() {
    this.isCancelled = true
    this.line.remove()
    void this.forget()
    if (this.state) await this.sender.ask(`/${this.state.id}`, { method: 'DELETE' }).catch(() => null)
  }

  forget() {
    return kept.ask('readwrite', (store) => store.delete(this.given.key))
  }

  /** Done once it is forgotten: a page loaded again before that would send it again. @param {string} state @param {string} says */
  async end(state, says) {
    this.keep(state, says)
    await this.forget()
    return false
  }

  /** @param {string} state @param {string} says */
  keep(state, says) {
    this.bar.remove()
    this.line.querySelector('button')?.remove()
    this.show(state, says)
    return false
  }
}

class Sender {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form
    this.address = form.dataset['upload'] ?? ''
    this.lang = form.dataset['lang'] ?? 'id'
    this.words = /** @type {Words} */ (JSON.parse(form.dataset['words'] ?? '{}'))
    this.list = /** @type {HTMLElement} */ (document.querySelector('[data-live="uploads"]'))
    this.input = /** @type {HTMLInputElement} */ (form.elements.namedItem('files'))
    /** @type {Upload[]} */
    this.queue = []
    this.isRunning = false
    this.isAnyDone = false
  }

  async start() {
    this.form.addEventListener('submit', (event) => {
      if (this.input.files?.length === 0) return
      event.preventDefault()
      this.take()
    })
    for (const given of await kept.of(this.address)) this.add(given)
  }

  take() {
    for (const file of this.input.files ?? []) {
      const key = `${this.address} ${file.name} ${file.size} ${file.lastModified}`
      if (this.queue.some((upload) => upload.given.key === key && upload.line.dataset['state'] !== 'refused'))
        continue
      const given = { key, address: this.address, file }
      void kept.ask('readwrite', (store) => store.put(given))
      this.add(given)
    }
    this.input.value = ''
  }

  /** @param {Kept} given */
  add(given) {
    this.queue.push(new Upload(this, given))
    if (!this.isRunning) void this.run()
  }

  /** One after the other: a bad line is not made worse. */
  async run() {
    this.isRunning = true
    for (let i = 0; i < this.queue.length; i++) {
      const upload = /** @type {Upload} */ (this.queue[i])
      if (await upload.run()) this.isAnyDone = true
    }
    this.isRunning = false
    this.queue = []
    if (this.isAnyDone) this.finish()
  }

  /** The page shows what is there now, unless something typed would be lost, or a refusal not be read. */
  finish() {
    const isTyped = [...document.querySelectorAll('form.file-form')].some(
      (form) => form instanceof HTMLFormElement && isChanged(form),
    )
    const isRefused = this.list.querySelector('[data-state="refused"]') !== null
    if (!isTyped && !isRefused) return location.reload()
    const line = document.createElement('li')
    const link = document.createElement('a')
    link.href = location.pathname
    link.textContent = this.words.reload
    line.append(link)
    this.list.append(line)
  }

  /**
   * @param {string} path
   * @param {{ method: string, json?: object, body?: Blob, headers?: Record<string, string> }} given
   */
  async ask(path, { method, json, body, headers = {} }) {
    /** @type {RequestInit} */
    const request = {
      method,
      headers: { 'accept-language': this.lang, accept: 'application/json', ...headers },
    }
    if (json) request.body = JSON.stringify(json)
    else if (body) request.body = body
    const response = await fetch(this.address + path, request)
    if (response.redirected || response.status === 401) throw new SignedOut()
    const isUseful = response.headers.get('content-type')?.startsWith('application/json')
    const answer = isUseful ? await response.json() : null
    if (response.ok || (method === 'PATCH' && response.status === 409 && 'received' in answer)) return answer
    if (response.status >= 500 || response.status === 429 || response.status === 408) throw new Error('later')
    if (response.status === 404 && answer?.detail === undefined) throw new SignedOut()
    throw new Refused(answer?.detail ?? answer?.says?.[this.lang] ?? String(response.status))
  }
}

/** @param {Blob} blob @returns {Promise<string | null>} null where the browser does not say: only over plain http. */
async function sumOf(blob) {
  if (!globalThis.crypto?.subtle) return null
  const sum = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What goes on by itself need not be listed as unfinished. @param {string} id */
function hideUnfinished(id) {
  document.querySelector(`[data-unfinished-upload="${id}"]`)?.remove()
  const box = document.querySelector('[data-unfinished]')
  if (box && !box.querySelector('li')) box.remove()
}

/** @param {HTMLFormElement} form */
function isChanged(form) {
  return [...form.elements].some(
    (field) =>
      (field instanceof HTMLInputElement &&
        /checkbox|radio/.test(field.type) &&
        field.checked !== field.defaultChecked) ||
      (field instanceof HTMLInputElement && field.value !== field.defaultValue) ||
      (field instanceof HTMLSelectElement &&
        [...field.options].some((one) => one.selected !== one.defaultSelected)),
  )
}

const form = document.querySelector('form[data-upload]')
if (form instanceof HTMLFormElement) void new Sender(form).start()

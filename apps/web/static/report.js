// @ts-check
// Keeps a report on the device while it is written, shows what is kept, and sends it when there is a connection: each
// once, since the server knows a report by the key it was begun with. Without this file the form has a button that saves.

import { batchOf, forget, listKept, newKey, prefix, read, write } from './kept-reports.js'

const knownKey = 'semai replikasi'
const personKey = 'semai pelapor'
const address = '/laporan/kiriman'
/** How many kept reports are listed. */
const mostListed = 100
const longestWaitMs = 60_000

/** @typedef {import('./kept-reports.js').Kept} Kept */
/** @typedef {{ key: string, outcome: 'stored' | 'already' | 'duplicate' | 'refused', path?: string, says?: string }} Answer */

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-report]'))
/** @type {Record<string, string>} */
const words = JSON.parse(form?.dataset['words'] ?? '{}')
const lang = form?.dataset['lang'] ?? 'id'
const person = form?.dataset['person'] ?? read(personKey)
let isSending = false
let waitMs = 1_000
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer

/** @param {Kept} one */
function keep(one) {
  if (write(prefix + one.key, JSON.stringify(one))) return true
  show('offline', words['full'] ?? '')
  return false
}

/** @param {HTMLFormElement} form @param {Kept['state']} state @returns {Kept} */
function keptOf(form, state) {
  const fields = /** @type {Record<string, string>} */ (
    Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  )
  const name = form.dataset['name'] ?? fields['replication'] ?? ''
  return { key: fields['key'] ?? '', state, at: Date.now(), person, name, fields }
}

/** @param {string} state @param {string} says */
function show(state, says) {
  const line = document.querySelector('[data-live="state"]')
  if (!(line instanceof HTMLElement)) return
  line.dataset['state'] = state
  const text = line.querySelector('span')
  if (text && text.textContent !== says) text.textContent = says
}

/** @param {Kept} one */
function label({ name, fields }) {
  const { quarter = '?', year = '?', replication = '' } = fields
  const when = (words['quarter'] ?? '').replace('{quarter}', quarter).replace('{year}', year)
  return [name === replication ? '' : name, replication, when].filter(Boolean).join(', ')
}

/** How a kept report stands, as words. @param {Kept} one */
function standing(one) {
  if (one.person !== person) return words['other'] ?? ''
  if (one.state === 'refused') return (words['refused'] ?? '').replace('{says}', one.says ?? '')
  return words[one.state] ?? ''
}

/** Whether a kept report is the one in the form of this page, typed on what stands there. @param {Kept} one */
function isOfForm({ key, fields }) {
  return key === fieldOf('key')?.value && fields['revision'] === fieldOf('revision')?.value
}

function draw() {
  const section = document.querySelector('[data-kept]')
  const list = document.querySelector('[data-kept-list]')
  if (!(section instanceof HTMLElement) || list === null) return
  const { kept, broken } = listKept()
  const shown = kept.filter((one) => one.state !== 'typed' || !isOfForm(one))
  section.hidden = shown.length + broken.length === 0
  const lines = shown.slice(0, mostListed).map((one) => line(label(one), standing(one), buttons(one)))
  const bad = broken.map((item) =>
    line(item.slice(prefix.length), words['unreadable'] ?? '', [remover(item)]),
  )
  const more = shown.length - lines.length
  const rest = more > 0 ? [line((words['more'] ?? '').replace('{count}', String(more)), '', [])] : []
  list.replaceChildren(...lines, ...bad, ...rest)
}

/** @param {string} title @param {string} says @param {HTMLButtonElement[]} buttons */
function line(title, says, buttons) {
  const item = document.createElement('li')
  const name = document.createElement('b')
  name.textContent = title
  const state = document.createElement('p')
  state.className = 'small'
  state.textContent = says
  const row = document.createElement('div')
  row.className = 'btn-row'
  row.append(...buttons)
  item.append(name, state, row)
  return item
}

/** @param {Kept} one */
function buttons(one) {
  const item = prefix + one.key
  if (one.person !== person) return [remover(item)]
  const isHere =
    form !== null && (one.fields['replication'] === fieldOf('replication')?.value || !form.dataset['person'])
  const made = [button('send', () => void again(one)), remover(item)]
  return isHere && one.fields['revision'] === '0' ? [button('resume', () => resume(one)), ...made] : made
}

/** @param {string} item */
function remover(item) {
  return button('remove', () => {
    if (!confirm(words['sure'])) return
    forget(item)
    draw()
  })
}

/** @param {string} word @param {() => void} work */
function button(word, work) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'btn btn-text'
  made.textContent = words[word] ?? word
  made.addEventListener('click', work)
  return made
}

/** @param {string} name */
function fieldOf(name) {
  const field = form?.elements.namedItem(name)
  const isField =
    field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
  return isField ? field : null
}

/** @param {Kept} one */
function fill(one) {
  for (const [name, value] of Object.entries(one.fields)) {
    const field = fieldOf(name)
    if (field) field.value = value
  }
}

/** A kept report goes back into the form. @param {Kept} one */
function resume(one) {
  fill(one)
  keep({ ...one, state: 'typed' })
  draw()
  fieldOf('activities')?.focus()
}

/** @param {Kept} one */
async function again(one) {
  const { says: _, ...rest } = one
  keep({ ...rest, state: 'waiting' })
  draw()
  await sendAll()
}

/**
 * Sends what waits, ten at a time, until nothing does or there is no connection. What the server refuses stays, with the
 * reason, and holds up nothing.
 */
async function sendAll() {
  if (isSending) return
  isSending = true
  clearTimeout(timer)
  try {
    for (;;) {
      const waiting = listKept().kept.filter((one) => one.state === 'waiting' && one.person === person)
      if (waiting.length === 0) return
      if (!(await sendSome(batchOf(waiting)))) return
      waitMs = 1_000
    }
  } catch {
    show('offline', words['kept'] ?? '')
    timer = setTimeout(() => void sendAll(), waitMs)
    waitMs = Math.min(longestWaitMs, waitMs * 2)
  } finally {
    isSending = false
    draw()
  }
}

/** Whether to go on. @param {Kept[]} some */
async function sendSome(some) {
  show('saving', words['sending'] ?? '')
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': lang, accept: 'application/json' },
    body: JSON.stringify({ reports: some.map(({ fields }) => fields) }),
    signal: AbortSignal.timeout(30_000),
  })
  if (response.status >= 500 || response.status === 429) throw new Error(String(response.status))
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
  if (!response.ok || response.redirected || !isJson) {
    show('signed-out', words['signIn'] ?? '')
    return false
  }
  const { reports } = /** @type {{ reports: Answer[] }} */ (await response.json())
  for (const answer of reports)
    settle(
      answer,
      some.find(({ key }) => key === answer.key),
    )
  return reports.length > 0
}

/** @param {Answer} answer @param {Kept | undefined} one */
function settle(answer, one) {
  if (one === undefined) return
  if (answer.outcome === 'refused') {
    show('refused', (words['refused'] ?? '').replace('{says}', answer.says ?? ''))
    return keep({ ...one, state: 'refused', ...(answer.says === undefined ? {} : { says: answer.says }) })
  }
  forget(prefix + one.key)
  const says = answer.outcome === 'duplicate' ? words['sentTwice'] : words['sent']
  show('saved', (says ?? '').replace('{name}', label(one)))
  const isHere = opensNext === one.key || fieldOf('key')?.value === one.key
  if (isHere && answer.path !== undefined) location.assign((lang === 'en' ? '/en' : '') + answer.path)
  return true
}

/** The report that was just handed to the button: its page opens once it is there. */
let opensNext = ''

/** @param {HTMLFormElement} form */
function watch(form) {
  const key = fieldOf('key')
  if (key && key.value === '') key.value = newKey()
  const before = listKept().kept.find(
    (one) => one.state === 'typed' && one.person === person && isOfForm(one),
  )
  if (before) fill(before) // typed before the page was closed
  form.addEventListener('input', () => void keep(keptOf(form, 'typed')))
  form.addEventListener('submit', (event) => {
    const one = keptOf(form, 'waiting')
    if (!keep(one)) return // the server takes it the plain way
    event.preventDefault()
    opensNext = one.key
    void sendAll().then(() => afterSending(form, one.key))
  })
}

/** What could not be sent stays kept, and the form is free for another. @param {HTMLFormElement} form @param {string} sentKey */
function afterSending(form, sentKey) {
  opensNext = ''
  const one = listKept().kept.find(({ key }) => key === sentKey)
  const key = fieldOf('key')
  if (one?.state !== 'waiting' || one.fields['revision'] !== '0' || key === null) return
  form.reset()
  key.value = newKey()
  draw()
}

/** Which replications this person reports on, for the page that is there without a connection. */
function rememberReplication() {
  const code = fieldOf('replication')?.value
  if (!form?.dataset['person'] || !code) return
  write(personKey, form.dataset['person'])
  const known = new Set([code, ...(read(knownKey) ?? '').split('\n').filter(Boolean)])
  write(knownKey, [...known].slice(0, 20).join('\n'))
}

function offerKnown() {
  const list = document.querySelector('[data-known]')
  for (const code of (read(knownKey) ?? '').split('\n').filter(Boolean)) {
    list?.append(new Option(code, code))
  }
}

async function keepOfflinePage() {
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.register('/offline-worker.js')
  registration.active?.postMessage('refresh')
}

if (form !== null) {
  rememberReplication()
  offerKnown()
  watch(form)
  addEventListener('online', () => void sendAll())
  addEventListener('storage', () => draw())
  document.querySelector('[data-again]')?.addEventListener('click', (event) => {
    event.preventDefault()
    location.reload()
  })
  draw()
  void sendAll()
  void keepOfflinePage().catch(() => undefined) // then there is no page without a connection, and all else works
}

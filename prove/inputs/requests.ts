import type { Sender } from './cast-site.ts'
import type { Field } from './forms.ts'
import { keyOf, reads, writes } from './site-map.ts'
import type { SeenForm, SiteMap, Target } from './site-map.ts'
import type { Drawn, Given } from './values.ts'

/** A request ready to be sent. */
export type Ready = { target: Target; path: string; sender: Sender; method: string; init: RequestInit }

type Place = { map: SiteMap; senders: Sender[]; url: string }

/** The request that was drawn, with the addresses and forms this site has. */
export function requestOf(drawn: Drawn, { map, senders, url }: Place): Ready {
  const target = drawn.isWrite ? at(writes, drawn.target) : at(reads, drawn.target)
  const forms = map.forms.get(formKey(target)) ?? []
  const form = forms.length > 0 ? at(forms, drawn.form) : null
  const path = withQuery(pathOf(target, form, drawn, map), target, drawn)
  const sender =
    senders[drawn.stranger === null && form ? form.sender : (drawn.stranger ?? drawn.form) % senders.length]!
  const isApi = target.route.startsWith('/api/')
  const headers: Record<string, string> = {
    accept: isApi ? 'application/json' : 'text/html',
    origin: url,
    'x-forwarded-for': `203.0.${drawn.form % 250}.${drawn.target % 250}`,
    ...(!isApi && sender.cookie && { cookie: sender.cookie }),
    ...(isApi && sender.token && { authorization: `Bearer ${sender.token}` }),
  }
  if (target.asked === 'GET') return { target, path, sender, method: 'GET', init: { headers } }
  const method = target.asked.startsWith('?') ? 'POST' : target.asked
  const { type, body } = bodyOf(drawn, target, form?.fields ?? inventedFields(map, drawn))
  if (type !== null) headers['content-type'] = type
  return { target, path, sender, method, init: { method, headers, ...(body !== null && { body }) } }
}

/** Scripts save the form of the page they stand on. */
function formKey(target: Target): string {
  return target.route.endsWith('/simpan') ? `${target.route.slice(0, -7)} ?/save` : keyOf(target)
}

function pathOf(target: Target, form: SeenForm | null, drawn: Drawn, map: SiteMap): string {
  const known = map.addresses.get(target.route) ?? []
  const hostile = () => target.route.replaceAll(/\[[^\]]+\]/g, () => escaped(drawn.parameter ?? 'x'))
  if (drawn.parameter !== null && target.route.includes('[')) return hostile()
  if (target.route.endsWith('/simpan') && form) return form.address.split('?')[0]! + '/simpan'
  if (form) return withoutAction(form.address)
  return known.length > 0 ? at(known, drawn.address) : hostile()
}

function withQuery(path: string, { asked }: Target, { query }: Drawn): string {
  const action = asked.startsWith('?/') && asked !== '?/default' ? [asked.slice(1)] : []
  const pairs = query
    .filter(([name]) => !asked.startsWith('?') || !name.startsWith('/'))
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
  const whole = [...action, ...pairs].join('&')
  return whole === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${whole}`
}

/** The address of a form without the action in its query, which is named again. */
function withoutAction(address: string): string {
  const [path, search = ''] = address.split('?')
  const kept = search.split('&').filter((part) => part !== '' && !/^(\/|%2F)/i.test(part))
  return kept.length > 0 ? `${path}?${kept.join('&')}` : path!
}

function escaped(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    return '%ED%A0%80'
  }
}

function inventedFields(map: SiteMap, drawn: Drawn): Field[] {
  const names = [...map.names].sort()
  if (names.length === 0) return []
  return drawn.given
    .slice(0, 6)
    .map(({ pick }) => ({ name: at(names, pick), values: ['x', '1'], isFile: false }))
}

type Filled = [name: string, value: string | File][]

function filled(drawn: Drawn, fields: readonly Field[]): Filled {
  const spoiled = fields.length > 0 ? drawn.form % fields.length : 0
  const entries = fields.flatMap((field, index) => {
    const given = drawn.given[index % drawn.given.length]!
    const isHostile = drawn.hostility === 'all' || (drawn.hostility === 'one' && index === spoiled)
    return fieldOf(field, given, isHostile)
  })
  return [...entries, ...drawn.extra]
}

function fieldOf({ name, values, isFile }: Field, { how, pick, text }: Given, isHostile: boolean): Filled {
  const meant = at(values.length > 0 ? values : [''], pick)
  const file = (content: string) => new File([content], `${text.slice(0, 20)}.csv`, { type: 'text/csv' })
  if (!isHostile || how === 'plausible') return [[name, isFile ? file('kode,jawaban\nINV-1,grown\n') : meant]]
  if (how === 'missing') return []
  if (how === 'repeated')
    return [
      [name, meant],
      [name, text],
    ]
  if (how === 'file') return [[name, isFile ? text : file(text)]]
  return [[name, isFile ? file(text) : text]]
}

type Body = { type: string | null; body: string | FormData | null }

function bodyOf(drawn: Drawn, target: Target, fields: readonly Field[]): Body {
  const entries = filled(drawn, fields)
  const takesJson = !target.asked.startsWith('?')
  const asked = drawn.body === 'as the form' ? (takesJson ? 'json' : 'urlencoded') : drawn.body
  if (asked === 'none') return { type: null, body: null }
  if (asked === 'text') return { type: 'text/plain', body: drawn.given[0]!.text }
  if (asked === 'odd json') return { type: 'application/json', body: JSON.stringify(drawn.json) }
  if (asked === 'json') return { type: 'application/json', body: JSON.stringify(jsonOf(entries, target)) }
  const hasFile = entries.some(([, value]) => value instanceof File)
  if (asked === 'multipart' || hasFile) {
    const form = new FormData()
    for (const [name, value] of entries) form.append(name, value)
    return { type: null, body: form }
  }
  const form = new URLSearchParams(entries.map(([name, value]): [string, string] => [name, String(value)]))
  return { type: 'application/x-www-form-urlencoded', body: form.toString() }
}

function jsonOf(entries: Filled, { route }: Target): unknown {
  const all = Object.fromEntries(entries.map(([name, value]) => [name, numberOr(String(value))]))
  if (!/simpan$|^\/api\/naskah\/\[id\]$/.test(route)) return all
  const { revision = 0, ...content } = all
  return { revision, content }
}

function numberOr(text: string): string | number {
  return /^\d{1,9}$/.test(text) ? Number(text) : text
}

function at<T>(list: readonly T[], pick: number): T {
  return list[pick % list.length]!
}

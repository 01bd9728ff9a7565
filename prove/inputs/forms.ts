/** A field of a form as its page shows it: its name and the values a person could leave in it. */
export type Field = { name: string; values: string[]; isFile: boolean }

/** A form that changes something: where it goes, and its fields. */
export type Form = { target: string; fields: Field[] }

const formTag = /<form\b([^>]*)>([\s\S]*?)<\/form>/g
const control = /<(input|select|textarea|button)\b([^>]*)>(?:([\s\S]*?)<\/\1>)?/g

/** The forms of a page that are sent by POST, and the addresses it names. */
export function readPage(html: string, address: string): { forms: Form[]; addresses: string[] } {
  const found = [...html.matchAll(formTag)].map(([, tag, inner]) => ({
    isPost: /post/i.test(attribute(tag!, 'method') ?? ''),
    forms: formsOf(tag!, inner!, address),
  }))
  const forms = found.flatMap(({ isPost, forms }) => (isPost ? forms : []))
  const asked = found.flatMap(({ isPost, forms }) => (isPost ? [] : forms.map(askedBy)))
  const named = [...html.matchAll(/\s(?:href|value)="((?:https?:\/\/[^/"]+)?\/[^"#]*)/g)]
  return { forms, addresses: [...asked, ...named.map(([, written]) => plain(written!))] }
}

/** The page a form leads to that only asks. */
function askedBy({ target, fields }: Form): string {
  const query = new URLSearchParams(
    fields.map(({ name, values }): [string, string] => [name, values[0] ?? 'Dinas']),
  )
  return `${target.split('?')[0]}?${query.toString().replaceAll(new URLSearchParams([['', sentence]]).toString().slice(1), 'Sukamaju')}`
}

/** A form is several when its buttons send it to several places. */
function formsOf(tag: string, inner: string, address: string): Form[] {
  const fields = new Map<string, Field>()
  const targets = new Set([attribute(tag, 'action') ?? ''])
  for (const [, element, attributes, text] of inner.matchAll(control)) {
    const elsewhere = attribute(attributes!, 'formaction')
    if (elsewhere !== undefined) targets.add(elsewhere)
    const name = attribute(attributes!, 'name')
    if (name === undefined) continue
    const field = fields.get(name) ?? { name, values: [], isFile: attribute(attributes!, 'type') === 'file' }
    field.values.push(...valuesOf(element!, attributes!, text ?? ''))
    fields.set(name, field)
  }
  return [...targets].map((target) => {
    const url = new URL(plain(target), new URL(address, 'http://site.test'))
    return { target: url.pathname + url.search, fields: [...fields.values()] }
  })
}

function valuesOf(element: string, attributes: string, text: string): string[] {
  if (element === 'select') {
    return [...text.matchAll(/<option\b([^>]*)>/g)].map(([, option]) =>
      plain(attribute(option!, 'value') ?? ''),
    )
  }
  const there = plain(element === 'textarea' ? text : (attribute(attributes, 'value') ?? ''))
  const type = attribute(attributes, 'type') ?? 'text'
  if (element === 'button' || /^(hidden|radio|checkbox)$/.test(type)) return [there]
  return there === '' ? [typical[type] ?? sentence] : [there, typical[type] ?? sentence]
}

const sentence = 'Kalimat contoh yang cukup panjang untuk dibaca orang'
const typical: Record<string, string> = {
  date: '2024-05-17',
  number: '3',
  email: 'orang@contoh.test',
  url: 'https://contoh.test/halaman',
  month: '2024-05',
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/]|$)`).exec(tag)
  return found ? plain(found[1] ?? '') : undefined
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

/** A piece of a page that is HTML already; only `markup` makes it, so all text in it is escaped. */
export class Markup {
  readonly html: string

  constructor(html: string) {
    this.html = html
  }
}

type Written = string | number | Markup | readonly Markup[] | null | undefined | false

/**
 * HTML written out where a component for each piece would take most of a page's time: long lists. Texts are
 * escaped, pieces go in as they are, and what is null or false leaves nothing.
 */
export function markup(fixed: TemplateStringsArray, ...written: readonly Written[]): Markup {
  let html = fixed[0]!
  for (let i = 0; i < written.length; i++) html += textOf(written[i]) + fixed[i + 1]!
  return new Markup(html)
}

function textOf(value: Written): string {
  if (typeof value === 'string') return escaped(value)
  if (value instanceof Markup) return value.html
  if (value === null || value === undefined || value === false) return ''
  return typeof value === 'number' ? String(value) : value.map((piece) => piece.html).join('')
}

const special = /[&<>"]/
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return special.test(text) ? text.replace(/[&<>"]/g, (sign) => entities[sign]!) : text
}

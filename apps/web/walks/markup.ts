/** A mention of another address: by which element, as written, and where on the site (null: another site). */
export type Link = {
  element: string
  written: string
  own: { address: string; anchor: string } | null
}

const mention = /<(a|area|link|img|script|source|use|form|iframe|image)\b([^>]*)>/g
const attribute = /\s(?:href|src|action)="([^"]*)"/
const id = /\sid="([^"]*)"/g

/** The ids and mentions of a page of our own, read without a browser: as it stands with scripts off. */
export function pageOf(
  html: string,
  origin: string,
  address: string,
): { ids: ReadonlySet<string>; links: readonly Link[] } {
  const ids = new Set([...html.matchAll(id)].map(([, name]) => plain(name!)))
  const links = [...html.matchAll(mention)].flatMap(([, element, rest]) => {
    const written = attribute.exec(rest!)?.[1]
    return written === undefined ? [] : [linkOf(element!, plain(written), origin, address)]
  })
  return { ids, links }
}

function linkOf(element: string, written: string, origin: string, address: string): Link {
  const url = new URL(written, origin + address)
  if (url.origin !== origin) return { element, written, own: null }
  const anchor = decodeURIComponent(url.hash.slice(1))
  // What a form does to a page is no address of its own: whoever opens it gets the page.
  const search = url.search.startsWith('?/') ? '' : url.search
  return { element, written, own: { address: url.pathname + search, anchor } }
}

/** The words of a page or a file, in order, without markup and signs; what stands in attributes counts too. */
export function wordsOf(text: string): string[] {
  return plain(text)
    .replace(/<\/?[a-z][^\s>]*/gi, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
}

/** What a reader sees of a page: its text with single blanks, without styles and scripts. */
export function plainText(html: string): string {
  const body = html.replace(/<(script|style|title)\b[\s\S]*?<\/\1>/g, ' ').replace(/<!--[\s\S]*?-->/g, '')
  return plain(body.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ')
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

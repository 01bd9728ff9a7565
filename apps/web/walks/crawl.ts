import { inject } from 'vitest'
import { pageOf, type Link } from './markup.ts'

/** What an address answered, and what its page says about other addresses. */
export type Visit = {
  address: string
  status: number
  type: string
  bytes: number
  /** The page that named the address first. */
  from: string
  ids: ReadonlySet<string>
  links: readonly Link[]
}

const parallel = 4

/**
 * Of addresses that differ only in what they ask for (`?kekuatan=…&batas=…`), and of the English pages of one kind of record, so
 * many are asked in each section: the Indonesian pages are asked all, and the English ones differ from them in words.
 */
const mostAlike = { question: 24, english: 60 }

/**
 * Asks for every address of the site that can be reached from the first ones by links, scripts off, and hands each
 * text to `read`. Addresses of other sites are noted, not asked. `named`: all addresses of the site that a page led to.
 */
export async function crawl(
  first: readonly string[],
  read: (address: string, text: string) => void,
): Promise<{ visits: Map<string, Visit>; named: ReadonlySet<string> }> {
  const origin = inject('site').url
  const visits = new Map<string, Visit>()
  const from = new Map(first.map((address) => [address, '(start)']))
  const waiting = [...first]
  const asked = new Map<string, number>()
  const isAsked = (address: string) => {
    const alike = likenessOf(address)
    if (alike === null) return true
    const before = asked.get(alike.as) ?? 0
    asked.set(alike.as, before + 1)
    return before < mostAlike[alike.by]
  }

  async function next(): Promise<void> {
    const address = waiting.shift()
    if (address === undefined) return
    const response = await fetch(origin + address, { headers: { 'accept-encoding': 'identity' } })
    const type = response.headers.get('content-type') ?? ''
    const text = await response.text()
    const { ids, links } = type.startsWith('text/html') ? pageOf(text, origin, address) : nothing
    visits.set(address, {
      address,
      status: response.status,
      type,
      bytes: text.length,
      from: from.get(address) ?? '',
      ids,
      links,
    })
    read(address, text)
    for (const { own } of links) {
      if (own === null || from.has(own.address)) continue
      from.set(own.address, address)
      if (isAsked(own.address)) waiting.push(own.address)
    }
    return next()
  }

  // A worker that finds nothing waiting ends; the rounds go on until no worker found anything.
  while (waiting.length > 0) await Promise.all(Array.from({ length: parallel }, next))
  return { visits, named: new Set(from.keys()) }
}

const nothing = { ids: new Set<string>(), links: [] as Link[] }

/** With which others an address is alike: by section and names of what is asked, or as an English page of a kind; null for none. */
function likenessOf(address: string): { by: keyof typeof mostAlike; as: string } | null {
  const { pathname, searchParams } = new URL(address, 'http://site')
  const isEnglish = pathname.startsWith('/en/')
  const parts = pathname.split('/')
  const section = parts.slice(0, isEnglish ? 3 : 2).join('/')
  if (searchParams.size > 0)
    return { by: 'question', as: `${section} ${[...searchParams.keys()].sort().join(' ')}` }
  return isEnglish ? { by: 'english', as: `${section} ${parts.length} ${parts[4] ?? ''}` } : null
}

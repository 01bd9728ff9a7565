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
 * Asks for every address of the site that can be reached from the first ones by links, scripts off, and hands each
 * text to `read`. Addresses of other sites are noted, not asked.
 */
export async function crawl(
  first: readonly string[],
  read: (address: string, text: string) => void,
): Promise<Map<string, Visit>> {
  const origin = inject('site').url
  const visits = new Map<string, Visit>()
  const from = new Map(first.map((address) => [address, '(start)']))
  const waiting = [...first]

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
      waiting.push(own.address)
    }
    return next()
  }

  // A worker that finds nothing waiting ends; the rounds go on until no worker found anything.
  while (waiting.length > 0) await Promise.all(Array.from({ length: parallel }, next))
  return visits
}

const nothing = { ids: new Set<string>(), links: [] as Link[] }

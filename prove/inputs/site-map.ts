import { routeRules } from '../../apps/web/src/lib/server/route-rules.ts'
import { readPage } from './forms.ts'
import type { Field } from './forms.ts'

/** One thing a route can be asked for: GET, a method of the API, or a form action. */
export type Target = { route: string; asked: string }

/** A form as one sender saw it. */
export type SeenForm = { address: string; sender: number; fields: Field[] }

export const reads: Target[] = Object.keys(routeRules)
  .map((route) => ({ route, asked: 'GET' }))
  .sort((a, b) => a.route.localeCompare(b.route))

/** Everything that changes something. */
export const writes: Target[] = Object.entries(routeRules)
  .flatMap(([route, rule]) => Object.keys(rule).map((asked) => ({ route, asked })))
  .filter(({ asked }) => asked.startsWith('?') || /^(POST|PUT|PATCH|DELETE)$/.test(asked))
  .sort((a, b) => keyOf(a).localeCompare(keyOf(b)))

/** What a target is called in reports. */
export function keyOf({ route, asked }: Target): string {
  return `${route} ${asked}`
}

const patterns = Object.keys(routeRules)
  .map((route) => {
    const source = route
      .split(/(\[[^\]]+\])/)
      .map((part) => (part.startsWith('[') ? '([^/]+)' : part.replaceAll(/[.*+?^${}()|\\]/g, '\\$&')))
      .join('')
    return { route, fits: new RegExp(`^(?:/en)?${source}$`), open: route.split('[').length }
  })
  .sort((a, b) => a.open - b.open || b.route.length - a.route.length)

/** What is known of a site: addresses of each route, and the forms its pages show. */
export class SiteMap {
  /** How many addresses of one route are worth a visit. */
  readonly #looks: number

  constructor(looks: number) {
    this.#looks = looks
  }

  readonly addresses = new Map<string, string[]>()
  readonly forms = new Map<string, SeenForm[]>()
  /** Every field name seen, for targets whose form nobody saw. */
  readonly names = new Set<string>()

  routeOf(address: string): string | undefined {
    const path = address.split('?')[0]!
    return patterns.find(({ fits }) => fits.test(path))?.route
  }

  /** Notes an address; true when its route wants more of them looked at. */
  note(address: string): boolean {
    const route = this.routeOf(address)
    if (route === undefined) return false
    const known = this.addresses.get(route) ?? []
    if (known.includes(address)) return false
    this.addresses.set(route, [address, ...known].slice(0, 12))
    return known.length < this.#looks
  }

  /** Reads a page as a sender got it; answers the addresses worth a visit. */
  read(html: string, address: string, sender: number): string[] {
    const page = readPage(html, address)
    for (const { target, fields } of page.forms) {
      const url = new URL(target, 'http://site.test')
      const route = this.routeOf(url.pathname)
      const action = [...url.searchParams.keys()].find((name) => name.startsWith('/')) ?? '/default'
      const key = `${route} ?${action}`
      const seen = (this.forms.get(key) ?? []).filter(
        (form) => form.address !== target || form.sender !== sender,
      )
      this.forms.set(key, [{ address: target, sender, fields }, ...seen].slice(0, 30))
      for (const { name } of fields) this.names.add(name)
    }
    const paths = page.addresses.flatMap((written) => {
      try {
        const { pathname, search } = new URL(written, 'http://site.test')
        return [pathname + (search.length < 200 ? search : '')]
      } catch {
        return []
      }
    })
    return [...new Set(paths)].filter((path) => this.note(path))
  }
}

import type { Strength } from '@semai/domain/claims/claim'
import { askedScope, type AskedScope, type SpreadScope } from '@semai/domain/claims/spread-scope'
import { bordersFilter, bordersQuery, joinedQuery, type Borders } from './borders.ts'
import { strengthFilter } from './strength-filter.ts'

/** A view of the explorer: what is looked at and how. Each has one address. */
export type AskedView = AskedScope & {
  strength: Strength | null
  borders: Borders
  /** The year from whose end a forecast is looked back at; null for the usual one. */
  madeFrom: number | null
}

const words = { programme: 'program', agency: 'instansi', region: 'daerah' } as const
const longest = 120

/** Reads an address: `inovasi` (several times for several), `program`, `instansi`, `daerah`, `banding`, `kekuatan`, `batas`, `ramal`. */
export function askedView(url: URL): AskedView {
  const one = (name: string) => url.searchParams.get(name)?.slice(0, longest) ?? null
  const year = /^\d{4}$/.exec(one('ramal') ?? '')?.[0]
  return {
    ...askedScope({
      innovations: url.searchParams.getAll('inovasi').map((code) => code.slice(0, longest)),
      programme: one('program'),
      agency: one('instansi'),
      region: one('daerah'),
      beside: one('banding'),
    }),
    strength: strengthFilter(url),
    borders: bordersFilter(url),
    madeFrom: year === undefined ? null : Number(year),
  }
}

/** What an address says of what is looked at: nothing for all. */
export function scopeQuery(scope: SpreadScope): string {
  if (scope.of === 'all') return ''
  if (scope.of === 'innovations')
    return scope.codes.map((code) => `inovasi=${encodeURIComponent(code)}`).join('&')
  return `${words[scope.of]}=${encodeURIComponent(scope.slug)}`
}

/** The parts of a view's address, to be joined with those that a link changes left out. */
export function viewQuery(view: Pick<AskedView, 'scope'> & Partial<AskedView>): string {
  const { scope, beside, strength, borders, madeFrom } = view
  return joinedQuery(
    scopeQuery(scope),
    beside && `banding=${encodeURIComponent(beside)}`,
    strength && `kekuatan=${strength}`,
    borders && bordersQuery(borders),
    madeFrom ? `ramal=${madeFrom}` : null,
  )
}

/** A path of the explorer for a view. */
export function viewPath(view: Parameters<typeof viewQuery>[0], path = '/penyebaran'): string {
  const query = viewQuery(view)
  return query ? `${path}?${query}` : path
}

import { innovationFilterForm } from '@semai/domain/innovations/innovation-filter.form'
import type { InnovationFilterFields } from '@semai/domain/innovations/innovation-filter.form'
import { faultsOf, type Fault } from '#lib/api/problem.ts'
import { quickParse } from '#lib/api/quick-parse.ts'
import type { Lang } from '#lib/site/lang.ts'
import { rowsShown, views, type Showing, type View } from './address.ts'

/** What an address asks; parts that cannot be read are left out and named in `faults`. */
export type ReadAddress = { fields: InnovationFilterFields; showing: Showing; faults: Fault[] }

const own = ['tampilan', 'baris', 'lanjut'] as const
const parse = quickParse(innovationFilterForm)
const known = new Set(Object.keys(innovationFilterForm.shape))

/** Reads the address of a catalogue page. Names that are not ours (a campaign's, say) are passed over. */
export function readAddress(search: URLSearchParams, lang: Lang): ReadAddress {
  const typed: Record<string, string[] | string> = {}
  for (const name of new Set(search.keys())) {
    if (!known.has(name)) continue
    const values = search.getAll(name)
    typed[name] = values.length === 1 ? values[0]! : values
  }
  const { fields, faults } = readable(typed, lang)
  const [view, limit, cursor] = own.map((name) => search.get(name))
  return {
    fields,
    faults,
    showing: {
      view: views.includes(view as View) ? (view as View) : 'daftar',
      limit: rowsShown.find((rows) => rows === Number(limit)) ?? rowsShown[0],
      cursor: cursor || null,
    },
  }
}

function readable(typed: Record<string, string[] | string>, lang: Lang) {
  const parsed = parse(typed)
  if (parsed.success) return { fields: parsed.data, faults: [] }
  const unread = new Set(parsed.error.issues.map((issue) => String(issue.path[0])))
  const rest = Object.fromEntries(Object.entries(typed).filter(([name]) => !unread.has(name)))
  const faults = faultsOf(parsed.error, lang).map((fault) => ({
    ...fault,
    where: fault.where.split('.')[0]!,
  }))
  return { fields: innovationFilterForm.parse(rest), faults }
}

import { boardsAtOnce, statedFigures } from '@semai/store/boards/stated-figures'
import type { BoardName, StatedFigure } from '@semai/store/boards/stated-figures'
import type { OpenedDatabase } from '@semai/store/db/open'
import { shownFigures } from './shown-figures.ts'
import type { Looking, Numbers } from './shown-figures.ts'

/** A figure of one board beside what its stated query answers. */
export type Compared = { board: BoardName; scope: string; name: string; shown: Numbers; stated: Numbers }

type Pool = OpenedDatabase['pool']

/** Every board that there is: the country, each hub, each province with its regions, each region and province, and each programme. */
export async function everyBoard(pool: Pool): Promise<[BoardName, string][]> {
  const { rows } = await pool.query<{ board: BoardName; scope: string }>(
    `select 'country' as board, '' as scope
    union all select distinct 'hub', coalesce(g.slug, o.slug) from hub h left join region g on g.code = h.region_code left join organisation o on o.id = h.organisation_id
    union all select 'region', code from region where kind = 'province'
    union all select 'place', code from region
    union all select 'brief', code from region union all select 'brief', ''
    union all select 'brief', o.slug from hub h join organisation o on o.id = h.organisation_id
    union all select 'programmes', slug from scaling_programme
    union all select 'ministry', slug from scaling_programme order by board, scope`,
  )
  return rows.map(({ board, scope }) => [board, scope])
}

/** Numbers by figure and scope of boards whose queries answer for all at once; read anew after news. */
export type AtOnce = Map<string, Map<string, Numbers>>

/** The figures of one board, each with what its stated query answers. A figure on one side only is compared with nothing. */
export async function comparedFigures(
  at: Looking,
  { pool, atOnce }: { pool: Pool; atOnce: AtOnce },
  [board, scope]: [BoardName, string],
): Promise<Compared[]> {
  const shown = await shownFigures[board](at, scope)
  const stated = statedFigures.filter((figure) => figure.board === board)
  const names = new Set([...Object.keys(shown), ...stated.map(({ name }) => name)])
  const found: Compared[] = []
  for (const name of names) {
    const figure = stated.find((one) => one.name === name)
    const answer = figure ? await statedNumbers({ pool, atOnce }, figure, { scope, today: at.today }) : {}
    found.push({ board, scope, name, shown: shown[name] ?? {}, stated: answer })
  }
  return found
}

type Asked = Record<'scope' | 'today', string>

async function statedNumbers(
  { pool, atOnce }: { pool: Pool; atOnce: AtOnce },
  figure: StatedFigure,
  asked: Asked,
): Promise<Numbers> {
  if (!boardsAtOnce.includes(figure.board)) return (await answered(pool, figure, asked)).get('') ?? {}
  const name = `${figure.board} ${figure.name}`
  const known = atOnce.get(name) ?? (await answered(pool, figure, asked))
  atOnce.set(name, known)
  return known.get(asked.scope) ?? {}
}

/** What a query answers, by scope; '' where it does not tell scopes apart. */
async function answered(pool: Pool, { sql }: StatedFigure, asked: Asked): Promise<Map<string, Numbers>> {
  const values: string[] = []
  const places = new Map<string, string>()
  const text = sql.replaceAll(/:(scope|today)\b/g, (_, name: 'scope' | 'today') => {
    if (!places.has(name)) places.set(name, `$${values.push(asked[name])}`)
    return places.get(name)!
  })
  const { rows } = await pool.query<{ scope?: string; key: string; n: string | number }>(text, values)
  const found = new Map<string, Numbers>()
  for (const { scope = '', key, n } of rows) {
    const numbers = found.get(scope) ?? {}
    found.set(scope, numbers)
    if (Number(n) > 0) numbers[key] = Number(n)
  }
  return found
}

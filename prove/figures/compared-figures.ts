import { statedFigures } from '@semai/store/boards/stated-figures'
import type { BoardName, StatedFigure } from '@semai/store/boards/stated-figures'
import type { OpenedDatabase } from '@semai/store/db/open'
import { shownFigures } from './shown-figures.ts'
import type { Looking, Numbers } from './shown-figures.ts'

/** A figure of one board beside what its stated query answers. */
export type Compared = { board: BoardName; scope: string; name: string; shown: Numbers; stated: Numbers }

type Pool = OpenedDatabase['pool']

/** Every board that there is: the country, each hub, each province and each programme. */
export async function everyBoard(pool: Pool): Promise<[BoardName, string][]> {
  const { rows } = await pool.query<{ board: BoardName; scope: string }>(
    `select 'country' as board, '' as scope
    union all select distinct 'hub', coalesce(g.slug, o.slug) from hub h left join region g on g.code = h.region_code left join organisation o on o.id = h.organisation_id
    union all select 'region', code from region where kind = 'province'
    union all select 'ministry', slug from scaling_programme order by board, scope`,
  )
  return rows.map(({ board, scope }) => [board, scope])
}

/** The figures of one board, each with what its stated query answers. A figure on one side only is compared with nothing. */
export async function comparedFigures(
  at: Looking,
  pool: Pool,
  [board, scope]: [BoardName, string],
): Promise<Compared[]> {
  const shown = await shownFigures[board](at, scope)
  const stated = statedFigures.filter((figure) => figure.board === board)
  const names = new Set([...Object.keys(shown), ...stated.map(({ name }) => name)])
  const found: Compared[] = []
  for (const name of names) {
    const figure = stated.find((one) => one.name === name)
    const answer = figure ? await statedNumbers(pool, figure, { scope, today: at.today }) : {}
    found.push({ board, scope, name, shown: shown[name] ?? {}, stated: answer })
  }
  return found
}

async function statedNumbers(
  pool: Pool,
  { sql }: StatedFigure,
  asked: Record<'scope' | 'today', string>,
): Promise<Numbers> {
  const values: string[] = []
  const places = new Map<string, string>()
  const text = sql.replaceAll(/:(scope|today)\b/g, (_, name: 'scope' | 'today') => {
    if (!places.has(name)) places.set(name, `$${values.push(asked[name])}`)
    return places.get(name)!
  })
  const { rows } = await pool.query<{ key: string; n: string | number }>(text, values)
  return Object.fromEntries(rows.flatMap(({ key, n }) => (Number(n) > 0 ? [[key, Number(n)]] : [])))
}

import { programmesBoard } from '@semai/store/scaling/programmes-board.queries'

/** All programmes, and those of the ministry that the address names; of all where it names none there is. */
export async function chosenProgrammes(
  { db, actor, today }: Pick<App.Locals, 'db' | 'actor' | 'today'>,
  url: URL,
) {
  const all = await programmesBoard(db, actor, { today })
  const asked = url.searchParams.get('kementerian')
  const chosen = all.find(({ ownerSlug }) => ownerSlug === asked)?.ownerSlug ?? null
  const owners = [...new Map(all.map(({ ownerSlug, owner }) => [ownerSlug, owner]))]
    .map(([slug, name]) => ({ slug, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
  return { owners, chosen, rows: all.filter(({ ownerSlug }) => chosen === null || ownerSlug === chosen) }
}

import { lastingRows } from '@semai/store/boards/stated-lasting'
import { boards, statedFigures } from '@semai/store/boards/stated-figures'
import type { BoardName } from '@semai/store/boards/stated-figures'

const titles: Record<BoardName, string> = {
  country: 'The country (`/papan`, `/bertahan`)',
  hub: 'A hub (`/hub/…/papan`)',
  programmes: 'The board of programmes (`/program/papan`), for all programmes at once',
  place: 'The board of a region (`/daerah/…/papan`), for all regions and provinces at once',
  region: 'The regencies and cities of a province (`/daerah/…`)',
  brief:
    'The monthly brief of the country, a region, a province or a hub, for all at once; `:today` is the last day it tells of',
  ministry: 'A programme of the ministry in charge (`/program/…`)',
}

/** Every figure of the boards with the query it equals, from the queries that the proof runs. */
export function boardFiguresPage(): string {
  return [
    '# Figures of the boards',
    '',
    'Made by `npm run docs` from `packages/store/src/boards/stated-figures.ts`; not edited by hand. Each figure equals its query, for',
    'whoever reads everything: `npm test` compares them on a small fictitious decade, `npm run prove:figures` on the whole one.',
    '`:scope` is the address of the hub, the code of the province or the address of the programme, `:today` the day. Where a title says',
    '"at once", rows have a `scope` of their own.',
    ...boards.flatMap((board) => [
      '',
      `## ${titles[board]}`,
      ...statedFigures
        .filter((figure) => figure.board === board)
        .flatMap(({ says, sql }) => ['', `**${says.en}** (${says.id})`, '', '```sql', sql, '```']),
    ]),
    '',
    '## Rows of what goes with stopping (`/bertahan`)',
    '',
    'The ratios with their limits are those of `semai analyse cox` on these rows, each level as a column of noughts and ones.',
    '',
    '```sql',
    lastingRows,
    '```',
    '',
  ].join('\n')
}

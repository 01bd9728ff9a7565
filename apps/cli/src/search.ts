import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { commandLineActor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { openReady } from '@semai/store/db/ready'
import type { Db } from '@semai/store/db/transaction'
import { readQueries } from '@semai/store/search/query-file'
import { searchInnovations } from '@semai/store/search/search.queries'
import type { ExitCode } from './commands.ts'
import { progress } from './progress.ts'
import { asTable, scores } from './result-table.ts'

const mostResults = 1_000
type Asked = { text: string; queries: string | undefined; limit: number; json: boolean }

/** Searches the catalogue for one text, or for every query of a file with the columns id and query. */
export async function run(argv: string[]): Promise<ExitCode> {
  const asked = read(argv)
  if (typeof asked === 'string') {
    console.error(asked)
    return 2
  }
  const queries = asked.queries === undefined ? [] : queriesOf(asked.queries)
  const { db, close } = await openReady({ role: 'app' }, process.env, progress)
  try {
    if (asked.queries === undefined) await answerOne(db, asked)
    else await answerAll(db, queries, asked.limit)
  } finally {
    await close()
  }
  return 0
}

/** What was asked for, or the sentence that says how to ask. */
function read(argv: string[]): Asked | string {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      limit: { type: 'string', default: '10' },
      json: { type: 'boolean', default: false },
      queries: { type: 'string' },
    },
  })
  const text = positionals.join(' ').trim()
  const limit = Number(values.limit)
  if (!Number.isInteger(limit) || limit < 1 || limit > mostResults) {
    return `--limit takes a whole number from 1 to ${mostResults}; found "${values.limit}".`
  }
  if ((text === '') === (values.queries === undefined)) {
    return 'Say what to search for: semai search "air bersih", or give a file with --queries FILE.csv.'
  }
  return { text, queries: values.queries, limit, json: values.json }
}

function queriesOf(file: string): { id: string; query: string }[] {
  try {
    return readQueries(readFileSync(file))
  } catch (problem) {
    throw new Refusal('invalid', `${file} can not be read as queries: ${(problem as Error).message}`)
  }
}

async function answerOne(db: Db, { text, limit, json }: Asked): Promise<void> {
  const results = await searchInnovations(db, commandLineActor, { text, limit })
  if (json) console.log(JSON.stringify(scores(results)))
  else console.log(results.length === 0 ? `Nothing found for "${text}".` : asTable(results))
}

async function answerAll(db: Db, queries: { id: string; query: string }[], limit: number): Promise<void> {
  for (const { id, query } of queries) {
    const results = await searchInnovations(db, commandLineActor, { text: query, limit })
    console.log(JSON.stringify({ id, results: scores(results) }))
  }
}

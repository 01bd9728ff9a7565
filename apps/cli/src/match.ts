import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { commandLineActor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { openReady } from '@semai/store/db/ready'
import type { Db } from '@semai/store/db/transaction'
import { matchNeed } from '@semai/store/needs/match.queries'
import { readNeeds } from '@semai/store/needs/needs-file'
import type { ExitCode } from './commands.ts'
import { progress } from './progress.ts'
import { asTable, scores } from './result-table.ts'

const mostResults = 1_000
type Need = { id: string; need: string }
type Asked = {
  text: string
  needs: string | undefined
  limit: number
  json: boolean
  onlyTop: boolean
}

/** Finds innovations for one need, or for every need of a file with the columns id and need_text. */
export async function run(argv: string[]): Promise<ExitCode> {
  const asked = read(argv)
  if (typeof asked === 'string') {
    console.error(asked)
    return 2
  }
  const needs = asked.needs === undefined ? [] : needsOf(asked.needs)
  const { db, close } = await openReady({ role: 'app' }, process.env, progress)
  try {
    if (asked.needs === undefined) await answerOne(db, asked)
    else await answerAll(db, needs, asked)
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
      needs: { type: 'string' },
      top: { type: 'boolean', default: false },
    },
  })
  const text = positionals.join(' ').trim()
  const limit = Number(values.limit)
  if (!Number.isInteger(limit) || limit < 1 || limit > mostResults) {
    return `--limit takes a whole number from 1 to ${mostResults}; found "${values.limit}".`
  }
  if ((text === '') === (values.needs === undefined)) {
    return 'Say what is needed: semai match "warga antre paspor sejak subuh", or give a file with --needs FILE.csv.'
  }
  return { text, needs: values.needs, limit, json: values.json, onlyTop: values.top }
}

function needsOf(file: string): Need[] {
  try {
    return readNeeds(readFileSync(file))
  } catch (problem) {
    throw new Refusal('invalid', `${file} can not be read as needs: ${(problem as Error).message}`)
  }
}

async function answerOne(db: Db, { text, limit, json, onlyTop }: Asked): Promise<void> {
  const results = await matchNeed(db, commandLineActor, { text, limit, onlyTop })
  if (json) console.log(JSON.stringify(scores(results)))
  else console.log(results.length === 0 ? `Nothing in the catalogue fits "${text}".` : asTable(results))
}

async function answerAll(db: Db, needs: readonly Need[], { limit, onlyTop }: Asked): Promise<void> {
  for (const { id, need } of needs) {
    const results = await matchNeed(db, commandLineActor, { text: need, limit, onlyTop })
    console.log(JSON.stringify({ id, results: scores(results) }))
  }
}

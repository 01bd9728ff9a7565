import { createHash } from 'node:crypto'
import { analysisNames } from '@semai/domain/analyses/analysis'
import type { AnalysisName } from '@semai/domain/analyses/analysis'
import type { SpreadInput } from '@semai/domain/analyses/adoption'
import type { SpreadBackTest } from '@semai/domain/analyses/next-adopters'
import { inTransaction } from '../db/transaction.ts'
import type { Db } from '../db/transaction.ts'
import { analyses } from './analyses.ts'
import { keepAnswer } from './keep-answer.ts'
import { spreadInput } from './spread-input.queries.ts'

/**
 * Runs one analysis, here or in another thread, and tells how far it is, from 0 to 1. It may spare itself the look back on the
 * same input where that is kept already.
 */
export type RunAnalysis = (
  name: AnalysisName,
  input: SpreadInput,
  tell: (done: number) => void,
  backTest?: SpreadBackTest,
) => Promise<unknown>

/** How many answers of an analysis are kept: the newest, and those of the inputs before it. */
const kept = 2

/**
 * The fingerprint of everything an analysis is made from.
 * @returns 43 letters, figures, `-` and `_`.
 */
export function inputsOf(name: AnalysisName, input: SpreadInput): string {
  const { version } = analyses[name]
  return createHash('sha256')
    .update(JSON.stringify([name, version, input]))
    .digest('base64url')
}

/**
 * Every analysis whose inputs changed is computed anew; of the others nothing is touched. What fails stays marked as failed
 * and is tried again next time, the answer before it being shown meanwhile.
 * @returns the names that were computed.
 * @throws whatever the first failing analysis threw, after the others.
 */
export async function refreshAnalyses(
  db: Db,
  { run, clock = () => new Date() }: { run: RunAnalysis; clock?: () => Date },
): Promise<AnalysisName[]> {
  const input = await spreadInput(db)
  const computed: AnalysisName[] = []
  const problems: unknown[] = []
  for (const name of analysisNames) {
    const key = { name, inputs: inputsOf(name, input) }
    if (await isKnown(db, key, clock())) continue
    try {
      const backTest = name === 'next_adopters' ? await keptBackTest(db, input) : undefined
      await compute(db, key, { work: (tell) => run(name, input, tell, backTest), clock })
      computed.push(name)
    } catch (problem) {
      problems.push(problem)
    }
  }
  if (problems.length > 0) throw problems[0]
  return computed
}

async function keptBackTest(db: Db, input: SpreadInput): Promise<SpreadBackTest | undefined> {
  const row = await db
    .selectFrom('analysis')
    .select('answer')
    .where('name', '=', 'back_test')
    .where('inputs', '=', inputsOf('back_test', input))
    .where('state', '=', 'done')
    .executeTakeFirst()
  return row?.answer as SpreadBackTest | undefined
}

type Key = { name: AnalysisName; inputs: string }

/** Inputs that were computed from before are the newest again. */
async function isKnown(db: Db, { name, inputs }: Key, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('analysis')
    .set({ asked_at: now })
    .where('name', '=', name)
    .where('inputs', '=', inputs)
    .where('state', '=', 'done')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

async function compute(
  db: Db,
  { name, inputs }: Key,
  { work, clock }: { work: (tell: (done: number) => void) => Promise<unknown>; clock: () => Date },
): Promise<void> {
  const started = { state: 'running' as const, progress: 0, answer: null, asked_at: clock(), ended_at: null }
  await db
    .insertInto('analysis')
    .values({ name, inputs, ...started })
    .onConflict((conflict) => conflict.columns(['name', 'inputs']).doUpdateSet(started))
    .execute()
  const row = () => db.updateTable('analysis').where('name', '=', name).where('inputs', '=', inputs)
  const { tell, told } = inTurn((progress) =>
    row().where('state', '=', 'running').set({ progress }).execute(),
  )
  try {
    const answer = await work(tell).finally(told)
    await inTransaction(db, (db) => keepAnswer(db, { name, inputs }, { answer, now: clock() }))
  } catch (problem) {
    await row().set({ state: 'failed', ended_at: clock() }).execute()
    throw problem
  }
  await forgetOlder(db, name)
}

/** Writes one after the other. A fault among them waits for `told`, which throws it: until then nobody else hears of it. */
function inTurn(write: (progress: number) => Promise<unknown>) {
  let last: Promise<unknown> = Promise.resolve()
  const tell = (progress: number) => {
    last = last.then(() => write(progress))
    last.catch(() => undefined)
  }
  return { tell, told: () => last }
}

async function forgetOlder(db: Db, name: AnalysisName): Promise<void> {
  const newest = db
    .selectFrom('analysis')
    .select('inputs')
    .where('name', '=', name)
    .orderBy('asked_at', 'desc')
    .limit(kept)
  await db.deleteFrom('analysis').where('name', '=', name).where('inputs', 'not in', newest).execute()
  if (name !== 'next_adopters') return
  const known = db.selectFrom('analysis').select('inputs').where('name', '=', name)
  await db.deleteFrom('next_adopter').where('inputs', 'not in', known).execute()
}

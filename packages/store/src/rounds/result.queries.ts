import type { Actor } from '@semai/domain/people/actor'
import { only } from '@semai/domain/lifecycle'
import { Refusal } from '@semai/domain/refusal'
import { questionsFor } from '@semai/domain/rounds/round-question'
import type { RoundQuestion } from '@semai/domain/rounds/round-question'
import { runsRounds } from '@semai/domain/rounds/round-parties'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { plainCsv } from '../exchange/plain-csv.ts'
import { joinedLoci, locusName } from './loci.ts'
import type { LocusCursor } from './loci.ts'
import { formOf } from './round-form.ts'
import { roundResult, undecidedOf } from './result.ts'
import { roundCounts, roundNamed } from './rounds.ts'
import type { LoadedRound } from './rounds.ts'

/**
 * What the scores say and what is decided, for whoever runs the round. Four queries.
 * @throws Refusal not-found | forbidden.
 */
export async function decisionPage(db: Db, actor: Actor, code: string) {
  const round = await roundNamed(db, actor, code)
  if (!round.mayRun) throw new Refusal('forbidden', only(runsRounds))
  const [groups, counts] = await Promise.all([roundResult(db, round), roundCounts(db, round.id)])
  const isTime = round.state === 'assessing' || round.state === 'presenting'
  return { round, groups, undecided: undecidedOf(groups), mayDecide: isTime && counts.underRead === 0 }
}
export type DecisionPage = Awaited<ReturnType<typeof decisionPage>>

/** A question to choose from, over so many loci that were asked it: how many made each choice, how many were silent. */
export type Tally = { question: RoundQuestion; counts: Record<string, number>; silent: number; asked: number }

/** Loci that submitted, at least, before anything is said of what they chose: fewer would point at one of them. */
export const fewestAnswers = 5

/**
 * What is public of a round that was published: a page of whom it asked, whom it honours and why, and how often each choice was made; whoever
 * did not submit counts as silent, never as an answer. Four queries, none before it is published.
 * @param after where the page of those asked begins.
 */
export async function publishedResult(db: Db, round: LoadedRound, after: LocusCursor | null) {
  if (round.state !== 'published') return null
  const questions = await formOf(db, round)
  const [loci, honoured, tallies] = await Promise.all([
    askedLoci(db, round.id, after),
    publishedLoci(db, round.id).where('w.is_awarded', '=', true).limit(2_000).execute(),
    choicesOf(db, { round, questions }),
  ])
  return { loci, honoured, questions, tallies }
}
export type PublishedResult = NonNullable<Awaited<ReturnType<typeof publishedResult>>>

/** Whom a round asked and whom it honours, by group, those honoured first. Whether a single one answered is not said. */
function publishedLoci(db: Db, roundId: string) {
  return publicLoci(db, roundId)
    .orderBy('g.position')
    .orderBy(sql`coalesce(w.is_awarded, false)`, 'desc')
    .orderBy(sql`lower(${locusName})`)
    .orderBy('l.id')
}

/** A page of whom a round asked, by name, by keyset. One query. */
async function askedLoci(db: Db, roundId: string, after: LocusCursor | null) {
  const key = sql<string>`lower(${locusName})`
  const rows = await publicLoci(db, roundId)
    .select(key.as('key'))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(${key}, l.id) > (${after!.name}, ${after!.id}::uuid)`),
    )
    .orderBy(key)
    .orderBy('l.id')
    .limit(51)
    .execute()
  const last = rows.length > 50 ? rows[49]! : null
  return { rows: rows.slice(0, 50), next: last && { name: last.key, id: last.id } }
}

function publicLoci(db: Db, roundId: string) {
  return joinedLoci(db)
    .leftJoin('round_award as w', 'w.locus_id', 'l.id')
    .select(['l.id', locusName.as('name'), 'o.name as respondent', 'o.slug as respondentSlug'])
    .select(['g.id as groupId', 'g.name_id as groupNameId', 'g.name_en as groupNameEn', 'g.objects'])
    .select(['i.slug as innovationSlug', 'p.code as replicationCode', 'i.name as innovation'])
    .select(sql<boolean>`coalesce(w.is_awarded, false)`.as('isAwarded'))
    .select(sql<string | null>`case when w.is_awarded then w.reason end`.as('reason'))
    .where('l.round_id', '=', roundId)
}

/** How often each choice was made over the loci that were asked, of questions to choose from. One query. */
async function choicesOf(
  db: Db,
  { round, questions }: { round: Pick<LoadedRound, 'id'>; questions: readonly RoundQuestion[] },
): Promise<Tally[]> {
  const chosen = questions.filter(({ kind }) => kind === 'choice' || kind === 'yes_no')
  const asked = await db
    .selectFrom('round_locus as l')
    .innerJoin('round_group as g', 'g.id', 'l.group_id')
    .leftJoin('round_answer as a', (join) =>
      join.onRef('a.locus_id', '=', 'l.id').on('a.state', '=', 'submitted'),
    )
    .leftJoin('round_answer_text as t', (join) =>
      join.onRef('t.locus_id', '=', 'a.locus_id').onRef('t.revision', '=', 'a.revision'),
    )
    .select('g.objects')
    .select(
      sql<Record<
        string,
        string
      > | null>`case when t.content is not null then coalesce((select jsonb_object_agg(e.key, e.value)
        from jsonb_each_text(t.content) e where e.key = any(${chosen.map(({ key }) => key)}::text[])), '{}') end`.as(
        'content',
      ),
    )
    .where('l.round_id', '=', round.id)
    .execute()
  return chosen.flatMap((question) => {
    const own = asked.filter(({ objects }) => questionsFor([question], objects).length > 0)
    const submitted = own.flatMap(({ content }) => (content === null ? [] : [content]))
    if (submitted.length < fewestAnswers) return []
    const values = submitted.flatMap((content) => content[question.key] ?? [])
    const by = Map.groupBy(values, (value) => value)
    const counts = Object.fromEntries([...by].map(([value, same]) => [value, same.length]))
    return [{ question, counts, silent: own.length - values.length, asked: own.length }]
  })
}

/**
 * A published round as CSV that old spreadsheets open too: group, locus, who answers, how it was chosen, honoured or not and why. Two queries.
 * @throws Refusal not-found, also before it is published.
 */
export async function resultCsv(db: Db, actor: Actor, code: string): Promise<string> {
  const round = await roundNamed(db, actor, code)
  if (round.state !== 'published') {
    throw new Refusal('not-found', {
      id: 'Hasilnya belum diumumkan.',
      en: 'The result is not published yet.',
    })
  }
  const loci = await publishedLoci(db, round.id).execute()
  const rows = [
    [
      'putaran',
      'tahun',
      'kelompok',
      'lokus',
      'inovasi',
      'replikasi',
      'yang_menjawab',
      'penghargaan',
      'alasan',
    ],
    ...loci.map((one) => [
      round.name,
      String(round.year),
      one.groupNameId,
      one.name,
      one.innovation ?? '',
      one.replicationCode ?? '',
      one.respondent,
      one.isAwarded ? 'ya' : '',
      one.reason ?? '',
    ]),
  ]
  return plainCsv(rows)
}

import { addLocusForm, roundForm, roundGroupForm } from '@semai/domain/rounds/round.form'
import type { Db } from '@semai/store/db/transaction'
import { addGroup } from '@semai/store/rounds/round-setup.commands'
import { addLocus } from '@semai/store/rounds/locus.commands'
import { saveRound } from '@semai/store/rounds/round.commands'
import { dayIn } from '@semai/domain/time/clock'
import { personActor } from '@semai/domain/people/actor'
import type { Actor } from '@semai/domain/people/actor'
import { uuidv7 } from '@semai/store/db/uuid'
import { saveAnswers, takeAnswerStep } from '@semai/store/rounds/answer.commands'
import { saveScores, takeAssessmentStep } from '@semai/store/rounds/assess.commands'
import { lociList } from '@semai/store/rounds/round.queries'
import { cast } from './cast.ts'
import { aPerson } from './people.ts'

const { secretariat } = cast

/** Criteria of the groups of invented rounds. */
export const sceneCriteria = '60 | Keberlanjutan | Continuity\n40 | Manfaat | Benefit'

type Scene = {
  now: Date
  name?: string
  awards?: string
  presentationPerCent?: string
  assessors?: string
  days?: number
  /** Days after the deadline by which assessing ends; none by default. */
  assessDays?: number
}

/**
 * A round that is being prepared with the shipped form and one group of innovations, open for `days` from `now`, at 16.00; invented.
 * @returns its code and the id of the group.
 */
export async function aRound(
  db: Db,
  {
    now,
    name = 'PKRI 2026 (peragaan)',
    awards = '1',
    presentationPerCent = '0',
    assessors = '2',
    days = 30,
    assessDays,
  }: Scene,
): Promise<{ code: string; group: string }> {
  const day = (count: number) => dayIn(new Date(now.getTime() + count * 86_400_000))
  const said = roundForm.parse({
    name,
    year: /20\d\d/.exec(name)?.[0] ?? day(0).slice(0, 4),
    opensOn: day(0),
    untilDay: day(days),
    untilHour: '16',
    assessUntil: assessDays === undefined ? '' : day(days + assessDays),
    assessors,
    combining: 'mean',
    formOf: 'template',
  })
  const code = await saveRound(db, secretariat, { code: null, said, now })
  const group = await addGroup(db, secretariat, {
    code,
    said: roundGroupForm.parse({
      nameId: 'Keberlanjutan',
      nameEn: 'Continuity',
      objects: 'innovation',
      awards,
      presentationPerCent,
      criteria: sceneCriteria,
    }),
    now,
  })
  return { code, group }
}

/** Adds a record to the group of a round, by hand. */
export async function aLocus(
  db: Db,
  { code, group, record, now }: { code: string; group: string; record: string; now: Date },
): Promise<void> {
  const said = addLocusForm.parse({ group, record, why: 'Untuk peragaan (rekaan)' })
  await addLocus(db, secretariat, { code, said, now })
}

/** Invented answers to everything the shipped form requires. */
export const wholeAnswers: Readonly<Record<string, string>> = {
  q1: 'c2',
  q2: '2026-01-15',
  q3: 'Antrean daring menggantikan buku tulis (rekaan).',
  q4: 'Peraturan Bupati 7/2024 (rekaan)',
  q5: '1.250',
  q6: '4.200',
  q7: 'yes',
  q9: 'https://contoh.test/laporan',
  q10: 'Tenaga kurang; tahun depan dilatih dua orang (rekaan).',
}

/** Inserts an evaluator of an organisation, or of none, whose role is in force at `now`. */
export async function anEvaluator(
  owner: Db,
  {
    now,
    name,
    organisation = null,
    isDemonstration = false,
  }: {
    now: Date
    name: string
    organisation?: string | null
    isDemonstration?: boolean
  },
): Promise<Actor> {
  const { id } = await aPerson(owner, {
    name,
    organisation_id: organisation,
    is_demonstration: isDemonstration,
  })
  await owner
    .insertInto('role_grant')
    .values({
      id: uuidv7(),
      person_id: id,
      role: 'evaluator',
      organisation_id: null,
      province_code: null,
      valid_from: now,
      valid_until: null,
      granted_by: null,
      letter: null,
      certified_at: now,
      revoked_at: null,
      revoked_by: null,
    })
    .execute()
  return personActor(id, [{ role: 'evaluator', organisationId: null, provinceCode: null }])
}

/** The locus that is called so. */
export async function locusCalled(db: Db, { code, name }: { code: string; name: string }): Promise<string> {
  const { rows } = await lociList(db, secretariat, { code, limit: 200 })
  return rows.find((row) => row.name === name)!.id
}

/** Invented answers to what the shipped form asks organisations. */
export const wholeOfOrganisation: Readonly<Record<string, string>> = {
  q11: 'yes',
  q12: '7',
  q13: 'Tiap inovasi punya dua pengurus dan pos anggaran (rekaan).',
}

/** Somebody answers everything that is required, and submits. */
export async function answered(
  db: Db,
  actor: Actor,
  { code, id, now, given = {} }: { code: string; id: string; now: Date; given?: Record<string, string> },
): Promise<void> {
  await saveAnswers(db, actor, { code, id, revision: 0, typed: { ...wholeAnswers, ...given }, now })
  await takeAnswerStep(db, actor, { code, id, step: 'submit', now })
}

/** An assessor gives a locus these scores, on both criteria of the scene, and sends them. */
export async function assessed(
  db: Db,
  actor: Actor,
  {
    code,
    id,
    scores: [first, second],
    now,
  }: { code: string; id: string; scores: [number, number]; now: Date },
): Promise<void> {
  const of = (score: number) => ({ score: String(score), reason: 'Bukti memadai (rekaan)' })
  await saveScores(db, actor, { code, id, typed: { keberlanjutan: of(first), manfaat: of(second) }, now })
  await takeAssessmentStep(db, actor, { code, id, step: 'send', now })
}

import type { LevelsForm } from '@semai/domain/hubs/hub.form'
import { runsHub } from '@semai/domain/hubs/hub-scope'
import { assessesMaturity, maturityLifecycle, reviewsMaturity } from '@semai/domain/hubs/maturity.lifecycle'
import type { MaturityStep } from '@semai/domain/hubs/maturity.lifecycle'
import { decide, only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { notify } from '../notices/notify.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import { newestInstrument } from './maturity-instrument.ts'
import { loadAssessment } from './maturity.queries.ts'
import type { LoadedAssessment } from './maturity.queries.ts'
import { hubNamed } from './named-hub.ts'
import type { NamedHub } from './named-hub.ts'

type Which = { slug: string; year: number; now: Date }

/**
 * A hub begins to assess itself for a year, by the newest version of the instrument.
 * @throws Refusal not-found | forbidden | conflict for a year it has an assessment of; nothing is then written.
 */
export function startAssessment(db: Db, actor: Actor, { slug, year, now }: Which): Promise<void> {
  return inTransaction(db, async (db) => {
    const hub = await hubNamed(db, actor, slug)
    if (!runsHub.allows(actor, hub)) throw new Refusal('forbidden', only(runsHub))
    const { version } = await newestInstrument(db)
    const id = uuidv7()
    const inserted = await db
      .insertInto('maturity_assessment')
      .values({
        id,
        region_code: hub.regionCode,
        organisation_id: hub.ownId,
        version,
        year,
        state: maturityLifecycle.initial,
        reason: null,
        revision: 0,
        started_by: actor.personId,
        started_at: now,
        reviewed_at: null,
        moved_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows === 0n) throw isThere()
    await audit(db, actor, { what: 'hub_maturity.start', subjectId: id, at: now, detail: { year, version } })
  })
}

/**
 * Levels with their words are stored as typed: those of the hub while it writes, those that were found while the ministry
 * reviews. Keys the instrument does not ask are left out.
 * @throws Refusal not-found | forbidden | conflict when somebody saved in between, or it is not the time | invalid for a level
 *   the instrument has not; nothing is then written.
 */
export function saveLevels(
  db: Db,
  actor: Actor,
  { said, ...which }: Which & { said: LevelsForm },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const { assessment } = await locked(db, actor, which)
    const reviews = sideOf(actor, assessment)
    if (said.revision !== assessment.revision) throw changedSince()
    const { items, levels } = assessment.instrument
    const asked = new Set(items.map(({ key }) => key))
    const rows = said.levels.filter(({ key }) => asked.has(key))
    if (rows.some(({ level }) => level !== null && level >= levels.length)) throw noSuchLevel()
    for (const { key, level, words } of rows) {
      const values = reviews ? { reviewed_level: level, review_note: words } : { level, evidence: words }
      await db
        .insertInto('maturity_answer')
        .values({ assessment_id: assessment.id, key, ...empty, ...values })
        .onConflict((conflict) => conflict.columns(['assessment_id', 'key']).doUpdateSet(values))
        .execute()
    }
    await db
      .updateTable('maturity_assessment')
      .set({ revision: assessment.revision + 1 })
      .where('id', '=', assessment.id)
      .execute()
    const detail = { items: rows.length, by: reviews ? 'ministry' : 'hub' }
    await audit(db, actor, { what: 'hub_maturity.write', subjectId: assessment.id, at: which.now, detail })
  })
}

const empty = { level: null, evidence: null, reviewed_level: null, review_note: null }

/** Whether levels that were found are written, rather than those of the hub. */
function sideOf(actor: Actor, { life }: LoadedAssessment): boolean {
  const writes = assessesMaturity.allows(actor, life)
  const reviews = reviewsMaturity.allows(actor, life)
  if (!writes && !reviews) throw new Refusal('forbidden', only(assessesMaturity))
  if (writes && (life.state === 'draft' || life.state === 'returned')) return false
  if (reviews && life.state === 'submitted') return true
  throw notNow()
}

/**
 * Takes one step of an assessment and tells the hub. All or nothing.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function takeMaturityStep(
  db: Db,
  actor: Actor,
  { step, reason, ...which }: Which & { step: MaturityStep; reason?: string | undefined },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const { hub, assessment } = await locked(db, actor, which)
    const { now, year } = which
    const decision = decide(maturityLifecycle, step, { subject: assessment.life, actor, now, reason })
    if (!decision.ok) throw new Refusal(decision.code, decision.says)
    await db
      .updateTable('maturity_assessment')
      .set({ state: decision.to, reason: reason?.trim() || null, moved_at: now })
      .$if(step === 'review', (query) => query.set({ reviewed_at: now }))
      .where('id', '=', assessment.id)
      .execute()
    const detail = { from: decision.from, to: decision.to, year }
    await audit(db, actor, { what: `hub_maturity.${step}`, subjectId: assessment.id, at: now, detail })
    const people = await peopleAllowed(db, runsHub, { subject: hub, now })
    const to = people.filter((id) => id !== actor.personId)
    const told = { hub: hub.name, slug: hub.slug, year, step }
    await notify(db, { kind: 'hub_maturity_moved', detail: told, to, at: now })
  })
}

/** The assessment with nobody else changing it until the transaction ends; read after the lock is held. */
async function locked(
  db: Tx,
  actor: Actor,
  { slug, year }: Which,
): Promise<{ hub: NamedHub; assessment: LoadedAssessment }> {
  const hub = await hubNamed(db, actor, slug)
  await db
    .selectFrom('maturity_assessment')
    .select('id')
    .where('region_code', 'is not distinct from', hub.regionCode)
    .where('organisation_id', 'is not distinct from', hub.ownId)
    .where('year', '=', year)
    .forUpdate()
    .execute()
  return { hub, assessment: await loadAssessment(db, actor, { hub, year }) }
}

function isThere(): Refusal {
  const says = {
    id: 'Tahun itu sudah ada penilaiannya. Buka dari daftar.',
    en: 'There is an assessment of that year already. Open it from the list.',
  }
  return new Refusal('conflict', says, [{ field: 'year', says }])
}

function changedSince(): Refusal {
  return new Refusal('conflict', {
    id: 'Orang lain menyimpan lebih dulu. Isian Anda masih ada di bawah; bandingkan, lalu simpan lagi.',
    en: 'Somebody else saved first. What you typed is still below; compare it, then save again.',
  })
}

function noSuchLevel(): Refusal {
  return new Refusal('invalid', { id: 'Pilih tingkat dari daftar.', en: 'Choose a level from the list.' })
}

function notNow(): Refusal {
  return new Refusal('conflict', {
    id: 'Sekarang bukan waktunya mengisi. Muat ulang halaman untuk melihat keadaannya.',
    en: 'This is not the time to write in it. Load the page again to see how it stands.',
  })
}

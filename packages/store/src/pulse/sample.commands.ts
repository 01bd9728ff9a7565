import { only } from '@semai/domain/lifecycle'
import type { Actor, Grant } from '@semai/domain/people/actor'
import { drawMethod, drawSample, frameText } from '@semai/domain/pulse/sample-draw'
import { checksUnit, drawsSamples, runsSample } from '@semai/domain/pulse/sample'
import type { CheckForm, DrawForm } from '@semai/domain/pulse/sample.form'
import { Refusal } from '@semai/domain/refusal'
import { guidesReplication } from '@semai/domain/replications/replication-parties'
import type { Says } from '@semai/domain/text/says'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { notify } from '../notices/notify.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import { isWithin } from '../organisations/in-scope.ts'
import { loadPulse, visiblePulses } from './pulse-record.ts'
import { loadSample, sampleResult, sha256 } from './sample-record.ts'

/**
 * A sample is drawn from the answers "it runs" of some days, of the hub's scope or, by the secretariat, of the country, and is
 * public from then on with its seed, method and frame: anybody can draw it again, and none can be drawn away.
 * @returns its id.
 * @throws Refusal forbidden | invalid where fewer answers are there than are to be drawn; nothing is then written.
 */
export async function drawPulseSample(
  db: Db,
  actor: Actor,
  { said, now }: { said: DrawForm; now: Date },
): Promise<string> {
  if (!drawsSamples.allows(actor, null)) throw new Refusal('forbidden', only(drawsSamples))
  return inTransaction(db, async (db) => {
    const hub = hubOf(actor)
    const answers = await answersOf(db, actor, { hub, said })
    if (answers.length < said.size) throw fault('size', tooFew(answers.length))
    const entries = answers.map(({ code, province }) => ({ code, province: province ?? '' }))
    const isStratified = said.stratified === 'yes'
    const drawn = drawSample(entries, { size: said.size, seed: said.seed, isStratified }, sha256)
    const id = uuidv7()
    const frame = { text: frameText(entries), size: entries.length }
    await insertSample(db, {
      id,
      hubId: hub?.organisationId ?? null,
      said,
      frame,
      drawnBy: actor.personId,
      now,
    })
    const pulseOf = new Map(answers.map(({ code, pulseId }) => [code, pulseId]))
    const units = drawn.map((code, i) => ({ sample_id: id, pulse_id: pulseOf.get(code)!, position: i + 1 }))
    await db.insertInto('pulse_sample_unit').values(units).execute()
    const detail = { size: said.size, frame: sha256(frame.text), method: drawMethod }
    await audit(db, actor, { what: 'pulse_sample.draw', subjectId: id, at: now, detail })
    return id
  })
}

type Drawn = {
  id: string
  hubId: string | null
  said: DrawForm
  frame: { text: string; size: number }
  drawnBy: string | null
  now: Date
}

async function insertSample(db: Tx, { id, hubId, said, frame, drawnBy, now }: Drawn): Promise<void> {
  await db
    .insertInto('pulse_sample')
    .values({
      id,
      hub_id: hubId,
      title: said.title,
      from_on: said.fromOn,
      to_on: said.toOn,
      size: said.size,
      is_stratified: said.stratified === 'yes',
      seed: said.seed,
      seed_source: said.seedSource,
      method: drawMethod,
      frame: frame.text,
      frame_hash: sha256(frame.text),
      frame_size: frame.size,
      drawn_by: drawnBy,
      drawn_at: now,
    })
    .execute()
}

/** The hub in whose name somebody draws; null for the secretariat. */
function hubOf({ grants }: Actor): Grant | null {
  if (grants.some(({ role }) => role === 'secretariat')) return null
  return grants.find(({ role }) => role === 'hub')!
}

/** The newest answer that it runs of each replication, of the days and the scope. */
function answersOf(db: Tx, actor: Actor, { hub, said }: { hub: Grant | null; said: DrawForm }) {
  const day = sql<string>`(u.answered_at at time zone 'Asia/Jakarta')::date`
  return visiblePulses(db, actor)
    .distinctOn('r.code')
    .select(['r.code', 'r.province_code as province', 'u.id as pulseId'])
    .where('u.answer', 'is not', null)
    .where('u.answer', '<>', 'stopped')
    .where(sql<boolean>`${day} between ${said.fromOn} and ${said.toOn}`)
    .$if(hub !== null, (query) =>
      query.where(
        hub!.provinceCode === null
          ? isWithin('a.id', [hub!.organisationId!])
          : sql<boolean>`r.province_code = ${hub!.provinceCode}`,
      ),
    )
    .orderBy('r.code')
    .orderBy('u.answered_at', 'desc')
    .execute()
}

type Unit = { id: string; pulse: string; now: Date }

/**
 * Somebody who guides the adopter is to check one answer, and was told so.
 * @throws Refusal not-found | forbidden | conflict once it was checked | invalid for whoever may not check it.
 */
export function assignCheck(
  db: Db,
  actor: Actor,
  { id, pulse, mentor, now }: Unit & { mentor: string },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const sample = await loadSample(db, id, 'for update')
    if (!runsSample.allows(actor, sample)) throw new Refusal('forbidden', only(runsSample))
    const unit = await unitOf(db, id, pulse)
    if (unit.result !== null) throw new Refusal('conflict', checkedBefore)
    const parties = await loadPulse(db, actor, { id: pulse, now, lock: 'no lock' })
    const subject = { ...parties, ...parties.adopter }
    if (!(await peopleAllowed(db, guidesReplication, { subject, now })).includes(mentor)) {
      throw fault('mentor', notTheirs)
    }
    await db
      .updateTable('pulse_sample_unit')
      .set({ mentor_id: mentor })
      .where('sample_id', '=', id)
      .where('pulse_id', '=', pulse)
      .execute()
    await audit(db, actor, { what: 'pulse_sample.assign', subjectId: id, at: now, detail: { pulse, mentor } })
    const detail = { sample: id, adopter: parties.adopterName, innovation: parties.innovation }
    await notify(db, { kind: 'pulse_check', detail, to: [mentor], at: now })
  })
}

/**
 * What was found stands beside the answer, by whoever was assigned. Until the result is published it can be mended.
 * @throws Refusal not-found | forbidden | conflict once published | invalid; nothing is then written.
 */
export function recordCheck(
  db: Db,
  actor: Actor,
  { id, said, now }: { id: string; said: CheckForm; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const sample = await loadSample(db, id, 'for update')
    const unit = await unitOf(db, id, said.pulse)
    const parties = await loadPulse(db, actor, { id: said.pulse, now, lock: 'no lock' })
    const checked = { ...parties, mentorId: unit.mentor_id }
    if (!checksUnit.allows(actor, checked)) throw new Refusal('forbidden', only(checksUnit))
    if (sample.publishedAt !== null) throw new Refusal('conflict', publishedBefore)
    if (said.checkedOn > dayIn(now)) throw fault('checkedOn', notYet)
    await db
      .updateTable('pulse_sample_unit')
      .set({
        result: said.result,
        checked_on: said.checkedOn,
        note: said.note,
        checked_by: actor.personId,
        checked_at: now,
      })
      .where('sample_id', '=', id)
      .where('pulse_id', '=', said.pulse)
      .execute()
    const detail = { pulse: said.pulse, result: said.result }
    await audit(db, actor, { what: 'pulse_sample.check', subjectId: id, at: now, detail })
  })
}

/**
 * The result is public. @throws Refusal not-found | forbidden | conflict while something is unchecked, or once published.
 */
export function publishSample(db: Db, actor: Actor, { id, now }: { id: string; now: Date }): Promise<void> {
  return inTransaction(db, async (db) => {
    const sample = await loadSample(db, id, 'for update')
    if (!runsSample.allows(actor, sample)) throw new Refusal('forbidden', only(runsSample))
    if (sample.publishedAt !== null) throw new Refusal('conflict', publishedBefore)
    const rows = await db
      .selectFrom('pulse_sample_unit')
      .select('result')
      .where('sample_id', '=', id)
      .execute()
    const { open, confirmed } = sampleResult(rows.map(({ result }) => result))
    if (open > 0) throw new Refusal('conflict', stillOpen(open))
    await db.updateTable('pulse_sample').set({ published_at: now }).where('id', '=', id).execute()
    const detail = { confirmed, of: rows.length }
    await audit(db, actor, { what: 'pulse_sample.publish', subjectId: id, at: now, detail })
  })
}

async function unitOf(db: Tx, id: string, pulse: string) {
  const row = await db
    .selectFrom('pulse_sample_unit')
    .select(['mentor_id', 'result'])
    .where('sample_id', '=', id)
    .where('pulse_id', '=', pulse)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', notDrawn)
  return row
}

function fault(field: string, says: Says): Refusal {
  return new Refusal('invalid', says, [{ field, says }])
}

const tooFew = (count: number): Says => ({
  id: `Hanya ada ${count} jawaban "berjalan" pada hari-hari itu. Perkecil jumlahnya, atau perpanjang rentangnya.`,
  en: `There are only ${count} answers that it runs on those days. Draw fewer, or widen the days.`,
})
const stillOpen = (count: number): Says => ({
  id: `${count} belum diperiksa. Hasil diterbitkan setelah semuanya diperiksa.`,
  en: `${count} are not checked yet. The result is published once everything is.`,
})
const checkedBefore: Says = { id: 'Ini sudah diperiksa.', en: 'This has been checked.' }
const publishedBefore: Says = {
  id: 'Hasilnya sudah terbit dan tidak berubah lagi.',
  en: 'The result is published and does not change any more.',
}
const notYet: Says = { id: 'Hari ini belum tiba.', en: 'This day is still to come.' }
const notDrawn: Says = { id: 'Jawaban ini tidak ada di sampel.', en: 'This answer is not in the sample.' }
const notTheirs: Says = {
  id: 'Orang ini bukan pendamping yang boleh memeriksanya. Pilih yang lain.',
  en: 'This person is no mentor who may check it. Choose another.',
}

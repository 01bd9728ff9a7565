import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { AddLocusForm, DrawLociForm, ExtendForm } from '@semai/domain/rounds/round.form'
import { runsRounds } from '@semai/domain/rounds/round-parties'
import type { Says } from '@semai/domain/text/says'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { findLocusRecord } from './find-locus-record.ts'
import type { LocusRecord } from './find-locus-record.ts'
import { loadLocus } from './loci.ts'
import { draftRound } from './round.commands.ts'
import { tellExtension } from './round-news.ts'
import { recordsByRule, ruleWords } from './records-by-rule.ts'

type Which = { code: string; now: Date }

/**
 * Every record that the rule names is a locus of the group, those that were not yet; each says by which rule.
 * @returns how many were added.
 * @throws Refusal not-found | forbidden | conflict once the round is open | invalid where the rule finds more than 2,000.
 */
export function drawLoci(
  db: Db,
  actor: Actor,
  { code, said, now }: Which & { said: DrawLociForm },
): Promise<number> {
  return inTransaction(db, async (db) => {
    const round = await draftRound(db, actor, code)
    const group = await groupOf(db, round.id, said.group)
    const found = await recordsByRule(db, actor, { round: round.id, objects: group.objects, said })
    if (found.length > mostLoci) throw new Refusal('invalid', tooMany)
    const added = await insertLoci(db, actor, {
      of: { round_id: round.id, group_id: group.id },
      records: found,
      chosen: { chosen_by: 'rule', chosen_why: ruleWords(group.objects, said) },
      now,
    })
    const { competition, fromYear, toYear } = said
    const detail = { group: group.id, added, rule: { competition, fromYear, toYear } }
    await audit(db, actor, { what: 'round.draw_loci', subjectId: round.id, at: now, detail })
    return added
  })
}

/**
 * The record is a locus of the group, chosen by hand.
 * @throws Refusal not-found | forbidden | conflict once the round is open, or where it is a locus already | invalid for what nobody
 *   goes by.
 */
export function addLocus(
  db: Db,
  actor: Actor,
  { code, said, now }: Which & { said: AddLocusForm },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const round = await draftRound(db, actor, code)
    const group = await groupOf(db, round.id, said.group)
    const record = await findLocusRecord(db, actor, { objects: group.objects, typed: said.record })
    const added = await insertLoci(db, actor, {
      of: { round_id: round.id, group_id: group.id },
      records: [record],
      chosen: { chosen_by: 'hand', chosen_why: said.why },
      now,
    })
    if (added === 0) throw new Refusal('conflict', thereAlready, [{ field: 'record', says: thereAlready }])
    await audit(db, actor, {
      what: 'round.add_locus',
      subjectId: round.id,
      at: now,
      detail: { group: group.id, ...record },
    })
  })
}

/** @throws Refusal not-found | forbidden | conflict once the round is open. */
export function removeLocus(
  db: Db,
  actor: Actor,
  { code, locus, now }: Which & { locus: string },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const round = await draftRound(db, actor, code)
    const { id } = await loadLocus(db, actor, { code, id: locus })
    await db.deleteFrom('round_locus').where('id', '=', id).execute()
    await audit(db, actor, {
      what: 'round.remove_locus',
      subjectId: round.id,
      at: now,
      detail: { locus: id },
    })
  })
}

/**
 * The locus may submit until a later moment, with a reason that is kept, and who answers for it is told.
 * @throws Refusal not-found | forbidden | conflict unless the round is open for answers | invalid for a moment that is over or not later
 *   than what holds now.
 */
export function extendLocus(
  db: Db,
  actor: Actor,
  { code, said, now }: Which & { said: ExtendForm },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const locus = await loadLocus(db, actor, { code, id: said.locus }, 'for update')
    if (!runsRounds.allows(actor, null)) throw new Refusal('forbidden', only(runsRounds))
    if (locus.roundState !== 'answering') throw new Refusal('conflict', notOpen)
    if (said.until <= now || said.until <= locus.closesAt) {
      throw new Refusal('invalid', notLater, [{ field: 'extendedDay', says: notLater }])
    }
    const { id } = locus
    await db.updateTable('round_locus').set({ extended_until: said.until }).where('id', '=', id).execute()
    const given = { given_by: actor.personId, given_at: now }
    await db
      .insertInto('round_extension')
      .values({ id: uuidv7(), locus_id: id, until: said.until, reason: said.reason, ...given })
      .execute()
    const detail = { round: locus.roundId, until: said.until.toISOString() }
    await audit(db, actor, { what: 'round_locus.extend', subjectId: id, at: now, detail })
    await tellExtension(db, { locus, until: said.until, now })
  })
}

/** Loci of a group at most. */
const mostLoci = 2_000

async function groupOf(db: Tx, round: string, id: string) {
  const group = await db
    .selectFrom('round_group')
    .select(['id', 'objects'])
    .where('id', '=', id)
    .where('round_id', '=', round)
    .executeTakeFirst()
  if (!group) throw new Refusal('not-found', noGroup, [{ field: 'group', says: noGroup }])
  return group
}

type Inserted = {
  of: { round_id: string; group_id: string }
  records: readonly LocusRecord[]
  chosen: { chosen_by: 'rule' | 'hand'; chosen_why: string }
  now: Date
}

/** How many of the records became loci: those the group has already stay as they are. */
async function insertLoci(db: Tx, actor: Actor, { of, records, chosen, now }: Inserted): Promise<number> {
  if (records.length === 0) return 0
  const rows = records.map(({ innovation, replication, organisation }) => ({
    id: uuidv7(),
    ...of,
    innovation_id: innovation,
    replication_id: replication,
    organisation_id: organisation,
    ...chosen,
    extended_until: null,
    added_by: actor.personId,
    added_at: now,
  }))
  const added = await db
    .insertInto('round_locus')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length
}

const tooMany: Says = {
  id: 'Aturan ini menemukan lebih dari 2.000 lokus. Persempit tahunnya.',
  en: 'This rule finds more than 2,000 loci. Narrow its years.',
}
const thereAlready: Says = {
  id: 'Sudah menjadi lokus di kelompok ini.',
  en: 'It is a locus of this group already.',
}
const noGroup: Says = { id: 'Pilih kelompok dari daftar.', en: 'Choose a group from the list.' }
const notOpen: Says = {
  id: 'Batas waktu hanya diperpanjang selama putaran dibuka untuk pengisian.',
  en: 'More time is given only while the round is open for answers.',
}
const notLater: Says = {
  id: 'Pilih saat yang belum lewat dan sesudah batas waktu yang berlaku sekarang.',
  en: 'Choose a moment that is not over and lies after the deadline that holds now.',
}

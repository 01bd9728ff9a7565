import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'

/** What is written together by several people; each has tables of this name, `…_copy` and `…_presence`. */
export type TextName = 'innovation_edit' | 'blueprint_edit' | 'proposal_edit'

/** A text as it stands, read and locked through its own scope. */
export type StandingText<Content> = {
  id: string
  content: Content
  revision: number
  savedBy: string | null
  savedAt: Date
}

/** What somebody typed, and the revision it was typed on. */
export type Save<Content> = { id: string; revision: number; content: Content; now: Date }

/** What became of a save: stored under a new revision, or kept beside because somebody saved in between. */
export type Saved<Content> =
  | { kind: 'saved'; revision: number }
  | { kind: 'conflict'; revision: number; content: Content; copyId: string }

/** A person's saves within this time of each other are one line of the trail. */
const sittingMs = 10 * 60_000

/** The tables have these columns in common, so the types of one stand for those of the others. */
const tablesOf = (name: TextName) => ({
  text: name as 'innovation_edit',
  copy: `${name}_copy` as 'innovation_edit_copy',
  presence: `${name}_presence` as 'innovation_edit_presence',
})

/**
 * The text is stored, if it was typed on the newest revision; otherwise it is kept beside, and the caller is told
 * what stands there now. Either way nothing typed is lost. A text that stands there already is stored, whoever sent it.
 */
export async function saveText<Content>(
  db: Tx,
  actor: Actor,
  name: TextName,
  { standing, save }: { standing: StandingText<Content>; save: Save<Content> },
): Promise<Saved<Content>> {
  const { id, revision, content, now } = save
  if (standing.revision !== revision) {
    if (isDeepStrictEqual(standing.content, content)) return { kind: 'saved', revision: standing.revision }
    const copyId = await keepCopy(db, actor, name, save)
    return { kind: 'conflict', revision: standing.revision, content: standing.content, copyId }
  }
  await replaceText(db, actor, name, save)
  const isSitting =
    standing.savedBy === actor.personId && now.getTime() - standing.savedAt.getTime() < sittingMs
  if (!isSitting || revision === 0) {
    const detail = { revision: revision + 1 }
    await audit(db, actor, { what: `${name}.save`, subjectId: id, at: now, detail })
  }
  return { kind: 'saved', revision: revision + 1 }
}

async function replaceText(db: Tx, actor: Actor, name: TextName, save: Save<unknown>): Promise<void> {
  const { id, revision, content, now } = save
  await db
    .updateTable(tablesOf(name).text)
    .set({
      content: JSON.stringify(content),
      revision: revision + 1,
      saved_by: actor.personId,
      saved_at: now,
    })
    .where('id', '=', id)
    .execute()
}

async function keepCopy(db: Tx, actor: Actor, name: TextName, save: Save<unknown>): Promise<string> {
  const { id, revision, content, now } = save
  const copyId = uuidv7()
  await db
    .insertInto(tablesOf(name).copy)
    .values({
      id: copyId,
      edit_id: id,
      content: JSON.stringify(content),
      revision,
      person_id: actor.personId,
      saved_at: now,
      taken_at: null,
    })
    .execute()
  const detail = { copy: copyId, revision }
  await audit(db, actor, { what: `${name}.copy`, subjectId: id, at: now, detail })
  return copyId
}

/** Another text takes the place of the one that stands there, which is kept beside under its writer if anybody typed it. */
export async function exchangeText<Content>(
  db: Tx,
  actor: Actor,
  name: TextName,
  { standing, content, now }: { standing: StandingText<Content>; content: Content; now: Date },
): Promise<void> {
  const { id, revision } = standing
  const writer = { ...actor, personId: standing.savedBy }
  if (revision > 0) await keepCopy(db, writer, name, { id, revision, content: standing.content, now })
  await replaceText(db, actor, name, { id, revision, content, now })
}

/**
 * A text kept beside is done with: it became the text, and what stood there is kept beside in its place; or it is no
 * longer needed.
 * @throws Refusal not-found when it was settled before; nothing is then written.
 */
export async function settleText<Content>(
  db: Tx,
  actor: Actor,
  name: TextName,
  {
    standing,
    copyId,
    isUsed,
    now,
  }: { standing: StandingText<Content>; copyId: string; isUsed: boolean; now: Date },
): Promise<void> {
  const content = await takeCopy<Content>(db, name, { id: standing.id, copyId, now })
  if (isUsed) await exchangeText(db, actor, name, { standing, content, now })
  const detail = { copy: copyId, isUsed }
  await audit(db, actor, { what: `${name}.settle`, subjectId: standing.id, at: now, detail })
}

async function takeCopy<Content>(
  db: Tx,
  name: TextName,
  { id, copyId, now }: { id: string; copyId: string; now: Date },
): Promise<Content> {
  const copy = await db
    .updateTable(tablesOf(name).copy)
    .set({ taken_at: now })
    .where('id', '=', copyId)
    .where('edit_id', '=', id)
    .where('taken_at', 'is', null)
    .returning('content')
    .executeTakeFirst()
  if (copy) return copy.content as Content
  throw new Refusal('not-found', { id: 'Naskah itu sudah tidak ada.', en: 'That text is no longer there.' })
}

/** Says that the actor has the editor of a text open, which was read through its scope; others see it for a minute. */
export async function markPresence(
  db: Db,
  actor: Actor,
  name: TextName,
  { id, now }: { id: string; now: Date },
): Promise<void> {
  await db
    .insertInto(tablesOf(name).presence)
    .values({ edit_id: id, person_id: actor.personId!, seen_at: now })
    .onConflict((conflict) => conflict.columns(['edit_id', 'person_id']).doUpdateSet({ seen_at: now }))
    .execute()
}

/** Others with the editor open within the last minute; for a query over the texts as `e`. */
export function othersHere(db: Db, actor: Actor, name: TextName, now: Date) {
  return jsonArrayFrom(
    db
      .selectFrom(`${tablesOf(name).presence} as here`)
      .innerJoin('person as p', 'p.id', 'here.person_id')
      .select(['p.name'])
      .where(sql<boolean>`here.edit_id = e.id`)
      .where('here.person_id', 'is distinct from', actor.personId)
      .where('here.seen_at', '>', new Date(now.getTime() - 60_000))
      .orderBy('p.name')
      .limit(5),
  )
}

/** Texts kept beside, the newest first, with who typed them; for a query over the texts as `e`. */
export function copiesOf<Content>(db: Db, name: TextName) {
  return jsonArrayFrom(
    db
      .selectFrom(`${tablesOf(name).copy} as c`)
      .leftJoin('person as p', 'p.id', 'c.person_id')
      .select(['c.id', sql<Content>`c.content`.as('content'), 'c.saved_at as savedAt', 'p.name'])
      .where(sql<boolean>`c.edit_id = e.id`)
      .where('c.taken_at', 'is', null)
      .orderBy('c.saved_at', 'desc')
      .limit(10),
  )
}

/** What a person is told who types into a text that is being checked, or is finished. */
export function notWritable(): Refusal {
  return new Refusal('conflict', {
    id: 'Naskah ini sedang diperiksa atau sudah terbit, jadi tidak dapat diketik. Tarik kembali dulu, atau mulai perubahan baru.',
    en: 'This text is being checked or was published, so it cannot be typed into. Take it back first, or start a new change.',
  })
}

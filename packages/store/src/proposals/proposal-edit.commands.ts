import { emptyContent } from '@semai/domain/innovations/innovation-content.form'
import { mayWrite } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { prefilledProposal } from '@semai/domain/proposals/proposal-form'
import type { ProposalContent, ProposalForm } from '@semai/domain/proposals/proposal-form'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { ownedInnovation } from '../innovations/owned-innovation.ts'
import { markPresence, saveText, settleText } from '../writing/working-text.ts'
import type { Save, Saved } from '../writing/working-text.ts'
import { loadProposal } from './proposal-edit.queries.ts'

/**
 * A proposal of the innovation is there, laid out by the form: filled from what is published of it and its blueprint, or
 * as it stands where it was begun before.
 * @throws Refusal not-found | forbidden; nothing is then written.
 */
export function startProposal(
  db: Db,
  actor: Actor,
  { slug, formKey, now }: { slug: string; formKey: string; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const innovation = await ownedInnovation(db, actor, { slug }, 'for update')
    if (!mayWrite.allows(actor, innovation)) throw new Refusal('forbidden', only(mayWrite))
    const there = await db
      .selectFrom('proposal_edit')
      .select('id')
      .where('innovation_id', '=', innovation.id)
      .where('form_key', '=', formKey)
      .executeTakeFirst()
    if (there) return there.id
    const content = prefilledProposal(await offeredForm(db, formKey), await sourceOf(db, innovation.id))
    const by = { started_by: actor.personId, saved_by: actor.personId, started_at: now, saved_at: now }
    const id = uuidv7()
    await db
      .insertInto('proposal_edit')
      .values({
        id,
        innovation_id: innovation.id,
        form_key: formKey,
        content: JSON.stringify(content),
        ...by,
      })
      .execute()
    const detail = { innovation: innovation.id, form: formKey }
    await audit(db, actor, { what: 'proposal_edit.start', subjectId: id, at: now, detail })
    return id
  })
}

async function offeredForm(db: Tx, key: string): Promise<ProposalForm> {
  const row = await db
    .selectFrom('proposal_form')
    .selectAll()
    .where('key', '=', key)
    .where('is_offered', '=', true)
    .executeTakeFirst()
  if (row) return { ...row, name: { id: row.name_id, en: row.name_en } }
  throw new Refusal('not-found', {
    id: 'Susunan usulan ini tidak ada. Pilih dari daftar di halaman kelola.',
    en: 'There is no such form. Choose one on the page that looks after the innovation.',
  })
}

/** What the agency published of it; before it did, only its name is its own. */
async function sourceOf(db: Tx, innovationId: string) {
  const row = await db
    .selectFrom('innovation as i')
    .leftJoin('innovation_version as v', (join) =>
      join.onRef('v.innovation_id', '=', 'i.id').onRef('v.number', '=', 'i.version'),
    )
    .leftJoin('blueprint as b', 'b.innovation_id', 'i.id')
    .leftJoin('blueprint_version as w', (join) =>
      join.onRef('w.blueprint_id', '=', 'b.id').onRef('w.number', '=', 'b.version'),
    )
    .select(['i.name', 'i.replicas', 'v.content', 'w.content as blueprint'])
    .where('i.id', '=', innovationId)
    .executeTakeFirstOrThrow()
  const content = row.content ?? { ...emptyContent, name: row.name }
  return { content, components: row.blueprint?.components ?? [], replicas: row.replicas }
}

/**
 * The text is stored, if it was typed on the newest revision; otherwise it is kept beside. Of what was typed only the
 * aspects of its form are taken.
 * @throws Refusal not-found.
 */
export function saveProposal(
  db: Db,
  actor: Actor,
  save: Save<ProposalContent>,
): Promise<Saved<ProposalContent> & { content: ProposalContent; aspects: ProposalForm['aspects'] }> {
  return inTransaction(db, async (db) => {
    const { aspects, ...standing } = await loadProposal(db, actor, save.id, 'for update')
    const content = Object.fromEntries(aspects.map(({ key }) => [key, save.content[key] ?? '']))
    const saved = await saveText(db, actor, 'proposal_edit', { standing, save: { ...save, content } })
    return { content, ...saved, aspects }
  })
}

/**
 * A text kept beside is done with: it became the text, and what stood there is kept beside in its place; or it is no
 * longer needed.
 * @throws Refusal not-found; nothing is then written.
 */
export function settleProposalCopy(
  db: Db,
  actor: Actor,
  { id, ...asked }: { id: string; copyId: string; isUsed: boolean; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const standing = await loadProposal(db, actor, id, 'for update')
    await settleText(db, actor, 'proposal_edit', { standing, ...asked })
  })
}

/** Says that the actor has the editor open; others see it for a minute. */
export async function showAtProposal(
  db: Db,
  actor: Actor,
  { id, now }: { id: string; now: Date },
): Promise<void> {
  await loadProposal(db, actor, id, 'no lock')
  await markPresence(db, actor, 'proposal_edit', { id, now })
}

import { completeness } from '@semai/domain/innovations/innovation-checklist'
import type { Actor } from '@semai/domain/people/actor'
import { proposalPoints } from '@semai/domain/proposals/proposal-form'
import type { ProposalContent, ProposalForm } from '@semai/domain/proposals/proposal-form'
import { Refusal } from '@semai/domain/refusal'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { copiesOf, othersHere } from '../writing/working-text.ts'

/** Every read of proposals being prepared starts here: the unit's own people see them, and nobody else that they exist. */
function visibleProposals(db: Db, actor: Actor) {
  return db
    .selectFrom('proposal_edit as e')
    .innerJoin('proposal_form as f', 'f.key', 'e.form_key')
    .innerJoin('innovation as i', 'i.id', 'e.innovation_id')
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .where(isWithin('i.organisation_id', scopeIds(actor, 'author', 'local_admin')))
}

/**
 * What saving needs, locked where it will be changed.
 * @throws Refusal not-found.
 */
export async function loadProposal(db: Db, actor: Actor, id: string, lock: 'for update' | 'no lock') {
  if (!isUuid(id)) throw noSuchProposal()
  const row = await visibleProposals(db, actor)
    .select([
      'e.id',
      'e.content',
      'e.revision',
      'e.saved_by as savedBy',
      'e.saved_at as savedAt',
      'f.aspects',
    ])
    .where('e.id', '=', id)
    .$if(lock === 'for update', (query) => query.forUpdate('e'))
    .executeTakeFirst()
  if (!row) throw noSuchProposal()
  return row
}

/** The editor's page: the text with its form and how each aspect stands, who else is here, and texts kept beside. One query. */
export async function proposalPage(db: Db, actor: Actor, { id, now }: { id: string; now: Date }) {
  if (!isUuid(id)) throw noSuchProposal()
  const row = await visibleProposals(db, actor)
    .select(['e.id', 'e.content', 'e.revision', 'e.saved_at as savedAt', 'i.name', 'i.slug', 'i.code'])
    .select(['o.name as organisation', 'f.key', 'f.name_id', 'f.name_en', 'f.source', 'f.aspects'])
    .select(othersHere(db, actor, 'proposal_edit', now).as('others'))
    .select(copiesOf<ProposalContent>(db, 'proposal_edit').as('copies'))
    .where('e.id', '=', id)
    .executeTakeFirst()
  if (!row) throw noSuchProposal()
  const { key, name_id, name_en, source, aspects, ...text } = row
  const form: ProposalForm = { key, name: { id: name_id, en: name_en }, source, aspects }
  const points = proposalPoints(form, text.content)
  return { ...text, form, points, completeness: completeness(points) }
}
export type ProposalPage = Awaited<ReturnType<typeof proposalPage>>

/** Who else has the editor of a proposal open now. One query. */
export async function othersAtProposal(db: Db, actor: Actor, { id, now }: { id: string; now: Date }) {
  if (!isUuid(id)) throw noSuchProposal()
  const row = await visibleProposals(db, actor)
    .select(othersHere(db, actor, 'proposal_edit', now).as('others'))
    .where('e.id', '=', id)
    .executeTakeFirst()
  if (!row) throw noSuchProposal()
  return row.others
}

/** Forms that can be begun for an innovation, each with the text that was; for those who may write. One query. */
export function proposalsOf(db: Db, innovationId: string) {
  return db
    .selectFrom('proposal_form as f')
    .leftJoin('proposal_edit as e', (join) =>
      join.onRef('e.form_key', '=', 'f.key').on('e.innovation_id', '=', innovationId),
    )
    .select(['f.key', 'f.name_id as nameId', 'f.name_en as nameEn', 'e.id', 'e.saved_at as savedAt'])
    .where((eb) => eb.or([eb('f.is_offered', '=', true), eb('e.id', 'is not', null)]))
    .orderBy('f.key', 'desc')
    .execute()
}

function noSuchProposal(): Refusal {
  return new Refusal('not-found', {
    id: 'Naskah usulan ini tidak ada, atau bukan milik unit Anda.',
    en: 'There is no such proposal, or it does not belong to your unit.',
  })
}

import { only } from '@semai/domain/lifecycle'
import { needWriters } from '@semai/domain/needs/need-access'
import { needContent } from '@semai/domain/needs/need.form'
import { writableNeedStates } from '@semai/domain/needs/need.lifecycle'
import type { ServiceSector } from '@semai/domain/needs/service-sectors'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { Tx } from '../db/transaction.ts'
import { columnsOf, insertNeed } from './need.commands.ts'
import { loadNeed } from './need.queries.ts'

/** What complaints say of a need: a theme of an organisation, with the sentence that is its evidence. */
export type ComplaintsOfNeed = {
  key: string
  organisationId: string
  name: string
  sector: ServiceSector
  complaints: number
  examples: readonly string[]
  evidence: string
}

type Added = { need: string; theme: ComplaintsOfNeed; now: Date }

/**
 * Complaints become evidence: of a new need about them where `need` is empty, else of that need while it is written.
 * That somebody writes for the organisation of the theme was checked.
 * @returns the id of the need.
 * @throws Refusal not-found | forbidden | conflict | invalid.
 */
export function addComplaints(db: Tx, actor: Actor, added: Added): Promise<string> {
  return added.need === '' ? newNeed(db, actor, added) : moreEvidence(db, actor, added)
}

function newNeed(db: Tx, actor: Actor, { theme, now }: Added): Promise<string> {
  const content = needContent.parse({
    title: theme.name,
    sector: theme.sector,
    statement: theme.examples.join(' ') || theme.name,
    indicator: `Aduan tentang ${theme.name}`.slice(0, 200),
    unit: 'aduan',
    baseline: theme.complaints,
    evidence: theme.evidence,
  })
  const { organisationId, key } = theme
  const sourceKey = `complaint-theme:${key}`
  return insertNeed(db, actor, { organisationId, content, origin: 'complaints', sourceKey, now })
}

async function moreEvidence(db: Tx, actor: Actor, { need: id, theme, now }: Added): Promise<string> {
  const need = await loadNeed(db, actor, id, 'for update')
  if (!needWriters.allows(actor, need)) throw new Refusal('forbidden', only(needWriters))
  if (!writableNeedStates.includes(need.state)) throw notWritable
  const evidence = [need.content.evidence, theme.evidence].filter(Boolean).join('\n')
  const content = needContent.safeParse({ ...need.content, evidence })
  if (!content.success) throw tooLong
  await db
    .updateTable('need')
    .set({ ...columnsOf(content.data), revision: need.revision + 1, saved_at: now })
    .where('id', '=', id)
    .execute()
  return id
}

const notWritable = new Refusal('conflict', {
  id: 'Kebutuhan itu sudah dinyatakan. Pilih "Perbaiki lagi" di halamannya dulu.',
  en: 'That need is stated. Choose "Work on it again" on its page first.',
})
const tooLong = new Refusal('invalid', {
  id: 'Bukti kebutuhan itu sudah penuh. Ringkas dulu, atau buat kebutuhan baru.',
  en: 'The evidence of that need is full. Shorten it first, or start a new need.',
})

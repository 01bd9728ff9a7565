import type { ComplaintThemeForm } from '@semai/domain/complaints/complaint-theme.form'
import { complaintThemeLifecycle } from '@semai/domain/complaints/complaint-theme.lifecycle'
import { decide, only } from '@semai/domain/lifecycle'
import { needWriters } from '@semai/domain/needs/need-access'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { dateWords } from '@semai/domain/time/date-words'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { addComplaints } from '../needs/add-complaints.ts'
import { ownedColumns } from '../organisations/owner-path.ts'
import { noSuchComplaints, visibleThemes } from './complaint-theme.queries.ts'

async function loadTheme(db: Tx, actor: Actor, id: string) {
  if (!isUuid(id)) throw noSuchComplaints()
  const row = await visibleThemes(db, actor)
    .select(['t.id', 't.state', 't.name', 't.sector', 't.complaints', 't.examples', 't.revision'])
    .select(['t.month_from as monthFrom', 't.month_to as monthTo', 't.need_id as needId'])
    .select(['t.organisation_id as organisationId', ...ownedColumns])
    .where('t.id', '=', id)
    .forUpdate('t')
    .executeTakeFirst()
  if (!row) throw noSuchComplaints()
  return row
}

/**
 * A proposed theme gets its name and the sentences it keeps, or is discarded; a sentence that is not ticked is gone.
 * @throws Refusal not-found | forbidden | conflict; nothing is then written.
 */
export function takeThemeStep(db: Db, actor: Actor, { said, now }: { said: ComplaintThemeForm; now: Date }) {
  return inTransaction(db, async (db) => {
    const theme = await loadTheme(db, actor, said.theme)
    const decision = decide(complaintThemeLifecycle, said.step, { subject: theme, actor, now })
    if (!decision.ok) throw new Refusal(decision.code, decision.says)
    if (theme.revision !== said.revision) throw changedMeanwhile
    const ticks = [said.example0, said.example1, said.example2]
    const examples = said.step === 'keep' ? theme.examples.filter((_, i) => ticks[i] === 'on') : []
    await db
      .updateTable('complaint_theme')
      .set({ state: decision.to, examples, revision: theme.revision + 1, moved_at: now })
      .$if(said.step === 'keep', (query) => query.set({ name: said.name, sector: said.sector }))
      .where('id', '=', theme.id)
      .execute()
    const detail = { from: decision.from, to: decision.to, examples: examples.length }
    await audit(db, actor, { what: `complaint_theme.${said.step}`, subjectId: theme.id, at: now, detail })
    return decision
  })
}

/**
 * A kept theme becomes evidence of a need: of one that is being written, or of a new one about it (`need: ''`).
 * @returns the id of the need.
 * @throws Refusal not-found | forbidden | conflict; nothing is then written.
 */
export function useThemeAsEvidence(
  db: Db,
  actor: Actor,
  { theme: id, need, now }: { theme: string; need: string; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const theme = await loadTheme(db, actor, id)
    if (!needWriters.allows(actor, theme)) throw new Refusal('forbidden', only(needWriters))
    if (theme.state !== 'kept') throw notKept
    if (theme.needId !== null) throw usedAlready
    const { organisationId, name, sector, complaints, examples } = theme
    const needId = await addComplaints(db, actor, {
      need,
      theme: { key: id, organisationId, name, sector, complaints, examples, evidence: evidenceOf(theme) },
      now,
    })
    await db
      .updateTable('complaint_theme')
      .set({ need_id: needId, moved_at: now })
      .where('id', '=', id)
      .execute()
    const detail = { need: needId, isNew: need === '' }
    await audit(db, actor, { what: 'complaint_theme.use', subjectId: id, at: now, detail })
    return needId
  })
}

type Theme = Awaited<ReturnType<typeof loadTheme>>

function evidenceOf({ name, complaints, monthFrom, monthTo }: Theme): string {
  const from = monthFrom && dateWords('id', monthFrom)
  const to = monthTo && dateWords('id', monthTo)
  const period = from === null ? '' : from === to ? `, ${from}` : `, ${from} sampai ${to}`
  return `Tema aduan warga "${name}": ${new Intl.NumberFormat('id-ID').format(complaints)} aduan${period}.`
}

const changedMeanwhile = new Refusal('conflict', {
  id: 'Orang lain baru saja mengubah tema ini. Muat ulang halaman, lalu ulangi.',
  en: 'Somebody else has just changed this theme. Load the page again and repeat.',
})
const notKept = new Refusal('conflict', {
  id: 'Simpan dulu tema ini, lalu jadikan bukti.',
  en: 'Keep this theme first, then use it as evidence.',
})
const usedAlready = new Refusal('conflict', {
  id: 'Tema ini sudah menjadi bukti sebuah kebutuhan.',
  en: 'This theme is evidence of a need already.',
})

import type { Actor } from '@semai/domain/people/actor'
import { findingForm, findingStepForm } from '@semai/domain/scaling/finding.form'
import { scalingProgrammeForm } from '@semai/domain/scaling/scaling-programme.form'
import { dayIn } from '@semai/domain/time/clock'
import type { Db } from '@semai/store/db/transaction'
import { recordFinding, takeFindingStep } from '@semai/store/scaling/finding.commands'
import { saveProgramme } from '@semai/store/scaling/programme.commands'
import { cast } from './cast.ts'
import { sharedInnovation } from './claims-scene.ts'

/**
 * An invented programme of the ministry of the cast with a list of target regions by year, some of which have it. After
 * `castClaims`. Returns its address.
 */
export async function demonstrateScaling(db: Db, now: Date): Promise<string> {
  const year = Number(dayIn(now).slice(0, 4))
  const typed = {
    name: 'Antar Obat Nasional (peragaan)',
    owner: 'kementerian-urusan-contoh',
    innovations: sharedInnovation,
    namedOn: String(year - 2),
    protection: 'Peraturan menteri melindungi nama dan rancang bangunnya ketika ditiru (rekaan).',
    bases: 'Peraturan Menteri Urusan Contoh 5/2024 (rekaan)',
    targets: [
      `${year - 1} | 1 | Rencana strategis (rekaan)`,
      `${year} | 3 | Rencana strategis (rekaan)`,
      `${year + 1} | 6 | Rencana strategis (rekaan)`,
    ].join('\n'),
    regions: [
      `35.10 | ${year - 1}`,
      `35.09 | ${year}`,
      `35.78 | ${year}`,
      `33.72 | ${year + 1}`,
      `34.02 | ${year + 1}`,
      `73.71 | ${year + 1}`,
    ].join('\n'),
    source: 'Siaran pers rekaan untuk peragaan',
  }
  const said = scalingProgrammeForm.parse(typed)
  const slug = await saveProgramme(db, ministry, { slug: null, said, now })
  await findings(db, slug, now)
  return slug
}

/** Findings in each way they can stand: one late, one answered, one closed. */
async function findings(db: Db, slug: string, now: Date): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const step = (id: string, actor: Actor, typed: Record<string, string>, at: Date) =>
    takeFindingStep(db, actor, { slug, id, said: findingStepForm.parse(typed), now: at })
  const recommended = async (finding: string, at: Date) => {
    const said = { organisation: 'dinas-kesehatan-sukamaju', kind: 'evaluation', foundOn: dayIn(at), finding }
    const id = await recordFinding(db, ministry, { slug, said: findingForm.parse(said), now: at })
    const dueOn = dayIn(new Date(at.getTime() + 30 * 86_400_000))
    const reason = 'Tetapkan SOP dan unggah keputusannya (rekaan).'
    await step(id, ministry, { step: 'recommend', reason, dueOn }, at)
    return id
  }
  await recommended('SOP pengantaran belum ditetapkan (rekaan).', ago(45))
  const answered = await recommended('Petugas pengganti belum ada (rekaan).', ago(20))
  const followUp = { step: 'follow_up', reason: 'Dua petugas ditunjuk dengan surat tugas (rekaan).' }
  await step(answered, cast.author, followUp, ago(3))
  const closed = await recommended('Keluhan warga belum dicatat (rekaan).', ago(90))
  await step(closed, cast.author, { step: 'follow_up', reason: 'Buku keluhan dipakai (rekaan).' }, ago(70))
  await step(closed, ministry, { step: 'close' }, ago(60))
}

const ministry: Actor = cast['sector ministry']

import { drawForm } from '@semai/domain/pulse/sample.form'
import { dayIn } from '@semai/domain/time/clock'
import type { Db } from '@semai/store/db/transaction'
import { answerPulse, answerPulseByLink, makePulseLink } from '@semai/store/pulse/pulse.commands'
import { assignCheck, drawPulseSample, publishSample, recordCheck } from '@semai/store/pulse/sample.commands'
import { cast } from './cast.ts'
import { aPulse } from './pulse-scene.ts'
import { castReplication } from './replication-scene.ts'

const who = { name: 'Rina Peragaan', post: 'Kepala Puskesmas Sukamaju (peragaan)' }
const fine = { running: 'grown', q_keeper: 'same', q_budget: 'yes', q_users: '240', q_help: 'none' }
const moved = {
  running: 'weakened',
  q_keeper: 'other',
  q_budget: 'no',
  q_users: '35',
  q_changes: 'Pelaksana lama pindah tugas dua bulan lalu (rekaan).',
  q_help: 'mentoring',
}

/**
 * Four invented replications of the cast that were asked whether they still run: answered signed in, answered by link after
 * its people changed, waiting, and never answered. After `castAgencies` and `castPeople`.
 */
export async function demonstratePulses(db: Db, now: Date): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const asked = (n: number, name: string, localName: string, at: Date) =>
    castReplication(db, ago(300), {
      code: `INV-71${n}`,
      slug: `${name.toLowerCase().replaceAll(' ', '-')}-peragaan`,
      name: `${name} (peragaan)`,
      localName,
    }).then((code) => aPulse(db, { code, now: at }))
  const answered = await asked(11, 'Sapa Lansia', 'Sapa Eyang', ago(5))
  await answerPulse(db, cast.author, { id: answered, typed: fine, now: ago(4), updateMonth: 3 })
  const byLink = await asked(12, 'Perahu Baca', 'Perahu Ilmu', ago(5))
  const { link } = await makePulseLink(db, cast.author, { id: byLink, now: ago(4) })
  await answerPulseByLink(db, { link, typed: moved, ...who, now: ago(3), updateMonth: 3 })
  await spotCheck(db, now, [answered, byLink])
  await asked(13, 'Pojok Izin', 'Pojok Usaha', ago(2))
  await asked(14, 'Klinik Malam', 'Klinik Senja', ago(60))
}

/** The hub draws both answers from a published seed; its mentor found one running and could not reach the other. */
async function spotCheck(db: Db, now: Date, pulses: readonly [string, string]): Promise<void> {
  const { hub, mentor } = cast
  const [today, before] = [dayIn(now), dayIn(new Date(now.getTime() - 30 * 86_400_000))]
  const seed = { seed: 'Peragaan 481516', seedSource: 'Papan pengumuman hub (rekaan)' }
  const said = drawForm.parse({
    title: 'Uji petik peragaan',
    fromOn: before,
    toOn: today,
    size: '2',
    ...seed,
  })
  const id = await drawPulseSample(db, hub, { said, now })
  for (const [i, pulse] of pulses.entries()) {
    await assignCheck(db, hub, { id, pulse, mentor: mentor.personId!, now })
    const result = i === 0 ? 'confirmed' : 'unreachable'
    await recordCheck(db, mentor, { id, said: { pulse, result, checkedOn: today, note: null }, now })
  }
  await publishSample(db, hub, { id, now })
}

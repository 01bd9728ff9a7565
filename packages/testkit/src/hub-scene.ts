import { decreeForm, levelsForm } from '@semai/domain/hubs/hub.form'
import { dayIn } from '@semai/domain/time/clock'
import type { Db } from '@semai/store/db/transaction'
import { recordDecree } from '@semai/store/hubs/decree.commands'
import { saveLevels, startAssessment, takeMaturityStep } from '@semai/store/hubs/maturity.commands'
import { newestInstrument } from '@semai/store/hubs/maturity-instrument'
import { cast } from './cast.ts'
import { castHub } from './mentored-hub.ts'

/**
 * The hub of the cast was designated by an invented decree, and has been assessed: two years are public, and this one waits
 * for the ministry. After `castAgencies` and `castPeople`.
 */
export async function castMaturity(db: Db, now: Date): Promise<void> {
  const year = Number(dayIn(now).slice(0, 4))
  const decree = {
    hub: castHub,
    number: 'Keputusan Peragaan 12/2024 (rekaan)',
    decidedOn: '2024-05-06',
    validFrom: '2024-05-06',
    validUntil: `${year + 2}-12-31`,
    scope: 'Pemerintah Kabupaten Sukamaju\nPemerintah Kabupaten Tirtasari',
  }
  await recordDecree(db, cast.secretariat, { said: decreeForm.parse(decree), now })
  await assessed(db, { year: year - 2, now, own: 1, found: [1, 0, 1, 0] })
  await assessed(db, { year: year - 1, now, own: 3, found: [3, 2, 2, 1] })
  await assessed(db, { year, now, own: 3, found: null })
}

type Assessed = { year: number; now: Date; own: number; found: readonly number[] | null }

/** Items are given the levels in turn. */
async function assessed(db: Db, { year, now, own, found }: Assessed): Promise<void> {
  const { items } = await newestInstrument(db)
  const which = { slug: castHub, year, now }
  const said = (revision: number, levels: readonly number[]) =>
    levelsForm.parse({
      revision: String(revision),
      ...Object.fromEntries(items.map(({ key }, i) => [`level_${key}`, String(levels[i % levels.length]!)])),
    })
  await startAssessment(db, cast.hub, which)
  await saveLevels(db, cast.hub, { ...which, said: said(0, [own]) })
  await takeMaturityStep(db, cast.hub, { ...which, step: 'submit' })
  if (found === null) return
  await saveLevels(db, cast.secretariat, { ...which, said: said(1, found) })
  await takeMaturityStep(db, cast.secretariat, { ...which, step: 'review' })
  await takeMaturityStep(db, cast.hub, { ...which, step: 'agree' })
}

import { scalingProgrammeForm } from '@semai/domain/scaling/scaling-programme.form'
import { dayIn } from '@semai/domain/time/clock'
import type { Db } from '@semai/store/db/transaction'
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
  return saveProgramme(db, cast['sector ministry'], { slug: null, said, now })
}

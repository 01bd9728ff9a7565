import type { TargetRegion, YearTarget } from '@semai/domain/scaling/scaling-programme'
import type { Tx } from '../db/transaction.ts'

/** The lists of a programme; `innovations` are ids, in their order. */
export type ProgrammeLists = {
  innovations: readonly string[]
  bases: readonly { title: string; link: string | null }[]
  targets: readonly YearTarget[]
  regions: readonly TargetRegion[]
}

/** The lists of a programme are as given; what stood there before is gone. Up to eight queries. */
export async function fillProgramme(db: Tx, programmeId: string, lists: ProgrammeLists): Promise<void> {
  const of = { programme_id: programmeId }
  for (const table of [
    'scaling_programme_innovation',
    'scaling_programme_basis',
    'scaling_programme_target',
    'scaling_programme_region',
  ] as const) {
    await db.deleteFrom(table).where('programme_id', '=', programmeId).execute()
  }
  const { innovations, bases, targets, regions } = lists
  if (innovations.length > 0) {
    const rows = innovations.map((innovation_id, i) => ({ ...of, innovation_id, position: i + 1 }))
    await db.insertInto('scaling_programme_innovation').values(rows).execute()
  }
  if (bases.length > 0) {
    const rows = bases.map(({ title, link }, i) => ({ ...of, title, link, position: i + 1 }))
    await db.insertInto('scaling_programme_basis').values(rows).execute()
  }
  if (targets.length > 0) {
    const rows = targets.map(({ year, regions, source }) => ({ ...of, year, regions, source }))
    await db.insertInto('scaling_programme_target').values(rows).execute()
  }
  if (regions.length > 0) {
    const rows = regions.map(({ code, byYear }) => ({ ...of, region_code: code, by_year: byYear }))
    await db.insertInto('scaling_programme_region').values(rows).execute()
  }
}

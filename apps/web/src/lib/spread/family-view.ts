import { originCredit, replicasOf } from '@semai/domain/claims/family'
import type { FamilyClaim, Replica } from '@semai/domain/claims/family'
import type { Relation, Relative } from '@semai/store/spread/family.queries'
import type { TreeLeaf } from '#lib/pictures/family-tree.ts'

/** Replicas of one province, or of one record that came from the first. */
export type FamilyBranch = {
  /** The anchor of its part of the outline. */
  id: string
  name: string
  /** The record, where the branch is one. */
  slug: string | null
  origin: string | null
  replicas: Replica[]
  running: number
  stopped: number
}

export type FamilyView = {
  parents: readonly Relative[]
  branches: FamilyBranch[]
  replicas: number
  stopped: number
  credit: number
  /** Of records that came from this one: their own credit. */
  furtherCredit: number
  span: readonly [first: number, last: number]
}

type Given = {
  kin: readonly Relative[]
  claims: readonly FamilyClaim[]
  regions: readonly { code: string; name: string }[]
  today: string
}

/** The family of an innovation: its replicas by province, most first, then each record that came from it. */
export function familyView(
  { code, originSlug }: { code: string; originSlug: string },
  { kin, claims, regions, today }: Given,
): FamilyView {
  const byRecord = Map.groupBy(claims, ({ innovationCode }) => innovationCode)
  const own = replicasOf(byRecord.get(code) ?? [], { today, own: originSlug })
  const name = new Map(regions.map((region) => [region.code, region.name]))
  const provinces = [...Map.groupBy(own, ({ provinceCode }) => provinceCode)]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([province, replicas]) =>
      branchOf(
        { id: `p${province}`, name: name.get(province) ?? province, slug: null, origin: null },
        replicas,
      ),
    )
  const related = (relation: Relation) => kin.filter((one) => one.relation === relation)
  const records = related('child').map((one) => {
    const replicas = replicasOf(byRecord.get(one.code) ?? [], { today, own: one.originSlug })
    return branchOf(
      { id: one.code.toLowerCase(), name: one.name, slug: one.slug, origin: one.origin },
      replicas,
    )
  })
  const branches = [...provinces, ...records]
  const all = branches.flatMap(({ replicas }) => replicas)
  return {
    parents: related('parent'),
    branches,
    replicas: all.length,
    stopped: all.filter(({ stoppedOn }) => stoppedOn !== null).length,
    credit: originCredit(own),
    furtherCredit: records.reduce((sum, { replicas }) => sum + originCredit(replicas), 0),
    span: spanOf(all, today),
  }
}

function branchOf(
  head: Pick<FamilyBranch, 'id' | 'name' | 'slug' | 'origin'>,
  replicas: Replica[],
): FamilyBranch {
  const stopped = replicas.filter(({ stoppedOn }) => stoppedOn !== null).length
  return { ...head, replicas, running: replicas.length - stopped, stopped }
}

function spanOf(replicas: readonly Replica[], today: string): [number, number] {
  const last = Number(today.slice(0, 4))
  const years = replicas.flatMap(({ since }) => (since ? Number(since.day.slice(0, 4)) : []))
  return [Math.min(last - 1, ...years), last]
}

/** A replica as a leaf: solid where somebody other than the owner stands behind it. */
export function leafOf({ since, strength, stoppedOn }: Replica): TreeLeaf {
  const isSure = strength === 'verified' || strength === 'confirmed'
  const kind = stoppedOn !== null ? 'stopped' : isSure ? 'sure' : 'open'
  return { at: since && yearShare(since.day), kind }
}

/** A day as a year and its share: `2021-07-02` gives about 2021.5. */
function yearShare(day: string): number {
  const year = Number(day.slice(0, 4))
  const start = Date.UTC(year, 0, 1)
  return year + (Date.parse(`${day}T00:00:00Z`) - start) / (Date.UTC(year + 1, 0, 1) - start)
}

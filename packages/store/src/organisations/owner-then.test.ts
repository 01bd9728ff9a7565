import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agencies, cast } from '@semai/testkit/cast'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, anOrganisation, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { mergeOrganisations } from './organisation-merge.commands.ts'
import { splitOrganisation } from './organisation-split.commands.ts'
import { ownerThen } from './owner-then.ts'

const { db, owner } = await testDb()
const { secretariat } = cast

/** Whose each innovation was on a day, by the code. */
async function ownersOn(day: string | null): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('innovation as i')
    .select([
      'i.code',
      ownerThen({ kind: 'innovation', id: 'i.id', owner: 'i.organisation_id' }, day).as('owner'),
    ])
    .orderBy('i.code')
    .execute()
  return Object.fromEntries(rows.map(({ code, owner }) => [code, owner]))
}

test('whatever is merged and split in whatever order, each day still reads as it was on that day', async () => {
  await castAgencies(owner.db)
  await castPeople(owner.db, ['author', 'secretariat'])
  const other = await anOrganisation(owner.db, {
    name: 'Dinas Sosial Sukamaju',
    kind: 'unit',
    parent_id: agencies.regency,
  })
  for (const [code, organisation_id] of [
    ['INV-1', agencies.healthOffice],
    ['INV-2', agencies.healthOffice],
    ['INV-3', other.id],
  ] as const) {
    await anInnovation(owner.db, { code, organisation_id })
  }
  const draw = fc.array(fc.tuple(fc.boolean(), fc.nat(5), fc.nat(5)), { minLength: 3, maxLength: 6 })
  for (const [round, changes] of fc.sample(draw, { numRuns: 6, seed: 20261126 }).entries()) {
    await learnIds()
    const seen: [string, Record<string, string>][] = [[`${2000 + round}-01-01`, await ownersOn(null)]]
    for (const [at, [isMerger, one, two]] of changes.entries()) {
      const there = await db
        .selectFrom('organisation')
        .select('slug')
        .where('parent_id', '=', agencies.regency)
        .where('ended_on', 'is', null)
        .orderBy('slug')
        .execute()
      const [from, into] = [there[one % there.length]!.slug, there[two % there.length]!.slug]
      const day = `${2000 + round}-${String(at + 2).padStart(2, '0')}-01`
      const on = { from, day, basis: 'Perda', now }
      if (isMerger && from !== into) await mergeOrganisations(db, secretariat, { ...on, into })
      else {
        const mine = Object.entries(await ownersOn(null)).filter(([, owner]) => owner === idOf(from))
        const innovations = mine.slice(0, 1).map(([code]) => code)
        const name = `Dinas ${round} ${at}`
        await splitOrganisation(db, secretariat, { ...on, name, kind: 'unit', parts: [], innovations })
      }
      await learnIds()
      seen.push([day, await ownersOn(null)])
    }
    for (const [day, owners] of seen) expect(await ownersOn(day)).toEqual(owners)
  }
})

const ids = new Map<string, string>()
const idOf = (slug: string) => ids.get(slug)
async function learnIds(): Promise<void> {
  const rows = await db.selectFrom('organisation').select(['slug', 'id']).execute()
  for (const { slug, id } of rows) ids.set(slug, id)
}

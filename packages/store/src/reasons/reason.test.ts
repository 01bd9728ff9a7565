import { expect, test } from 'vitest'
import { shippedReasons } from '@semai/domain/reasons/reason'
import { agencies, cast } from '@semai/testkit/cast'
import { outcome } from '@semai/testkit/file-scene'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { takeLifeStep } from '../innovations/innovation-life.commands.ts'
import { lifePage } from '../innovations/innovation-life.queries.ts'
import { addReason, relabelReason, retireReason } from './reason.commands.ts'
import { reasonChoices, reasonList, reasonWords } from './reason-list.ts'

const { db, owner, clear } = await testDb()
const { secretariat } = cast
const label = { id: 'donor berhenti', en: 'The donor left' }

test('a new database has the shipped list', async () => {
  expect(await owner.db.selectFrom('reason').select('code').execute()).toHaveLength(shippedReasons.length)
  expect(await reasonList(db)).toEqual(shippedReasons)
})

test('an entry is added last, renamed and retired, under one code', async () => {
  await clear()
  expect(await addReason(db, secretariat, { label, now })).toBe('the_donor_left')
  const other = { id: 'dana hibah habis', en: 'the grant ended' }
  await relabelReason(db, secretariat, { code: 'the_donor_left', label: other, now })
  expect((await reasonChoices(db)).at(-1)).toBe('the_donor_left')
  await retireReason(db, secretariat, { code: 'the_donor_left', isRetired: true, now })
  expect(await reasonChoices(db)).toEqual(shippedReasons.map(({ code }) => code))
  expect((await reasonWords(db, 'id'))['the_donor_left']).toBe(other.id)
  const trail = await owner.db
    .selectFrom('audit_event')
    .select(['what', 'subject_id'])
    .orderBy('id')
    .execute()
  expect(trail.map(({ what, subject_id }) => `${what} ${subject_id}`)).toEqual([
    'reason.add the_donor_left',
    'reason.relabel the_donor_left',
    'reason.retire the_donor_left',
  ])
})

test('nobody but the ministry edits it, nothing has the words of another, and one is always left', async () => {
  await clear()
  expect(await outcome(addReason(db, cast['local admin'], { label, now }))).toBe('forbidden')
  const taken = { id: 'ANGGARAN', en: 'money' }
  expect(await outcome(addReason(db, secretariat, { label: taken, now }))).toBe('conflict')
  expect(await outcome(relabelReason(db, secretariat, { code: 'tidak_ada', label, now }))).toBe('not-found')
  const codes = shippedReasons.map(({ code }) => code)
  for (const code of codes.slice(1)) await retireReason(db, secretariat, { code, isRetired: true, now })
  expect(await outcome(retireReason(db, secretariat, { code: codes[0]!, isRetired: true, now }))).toBe(
    'conflict',
  )
  await retireReason(db, secretariat, { code: 'budget', isRetired: false, now })
  expect(await reasonChoices(db)).toEqual([codes[0], 'budget'])
})

test('what is chosen goes by the list: a new entry is taken, a retired one refused and still read', async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db)
  const given = { slug: 'antar-obat', stage: 'implemented' as const }
  await anInnovation(owner.db, { code: 'INV-1', organisation_id: agencies.healthOffice, ...given })
  const code = await addReason(db, secretariat, { label, now })
  const stop = (code: string) =>
    takeLifeStep(db, cast.author, { which: { code: 'INV-1' }, step: 'stop', code, now })
  await retireReason(db, secretariat, { code: 'budget', isRetired: true, now })
  expect(await outcome(stop('budget'))).toBe('invalid')
  const before = await lifePage(db, cast.author, { slug: given.slug, now })
  const choices = before.steps.find(({ step }) => step === 'stop')!.reasonCodes
  expect(choices).toEqual([...shippedReasons.map(({ code }) => code).filter((one) => one !== 'budget'), code])
  await stop(code)
  await retireReason(db, secretariat, { code, isRetired: true, now })
  const { stepsTaken } = await lifePage(db, cast.author, { slug: given.slug, now })
  expect(stepsTaken.map((one) => one.code)).toEqual([code])
  expect((await reasonWords(db, 'en'))[code]).toBe(label.en)
})

import { expect, test } from 'vitest'
import { anyOf, except, itsAuthors, itsHub, itsLocalAdmin, itsOwnPeople } from './access.ts'
import { personActor } from './actor.ts'
import type { Grant } from './actor.ts'
import { scopeFault } from './granting.ts'
import { passwordFault } from './password.ts'
import { waitBeforeSignIn } from './sign-in-limit.ts'

const actor = (...grants: Partial<Grant>[]) =>
  personActor(
    'p',
    grants.map((grant) => ({ role: 'author', organisationId: null, provinceCode: null, ...grant })),
  )
const clinic = { ownerPath: ['clinic', 'office', 'regency'], provinceCode: '35' }

test.each([
  ['its own unit', 'clinic', true],
  ['the office above it', 'office', true],
  ['another unit', 'school', false],
])('an author of %s is one of its authors: %s %s', (_, organisationId, answer) => {
  expect(itsAuthors.allows(actor({ organisationId }), clinic)).toBe(answer)
})

test('a regional hub reaches its province, a central one its own tree', () => {
  const hub = (organisationId: string, provinceCode: string | null) =>
    actor({ role: 'hub', organisationId, provinceCode })
  expect(itsHub.allows(hub('province', '35'), clinic)).toBe(true)
  expect(itsHub.allows(hub('province', '34'), clinic)).toBe(false)
  expect(itsHub.allows(hub('regency', null), clinic)).toBe(true)
  expect(itsHub.allows(hub('ministry', null), clinic)).toBe(false)
  expect(itsHub.allows(hub('ministry', null), { ownerPath: [], provinceCode: null })).toBe(false)
})

test('a hub that is also the owner is kept out by an exception, and the sentence says so', () => {
  const verifier = except(itsHub, itsOwnPeople)
  const both = actor(
    { role: 'hub', organisationId: 'province', provinceCode: '35' },
    { role: 'local_admin', organisationId: 'regency' },
  )
  expect(verifier.allows(both, clinic)).toBe(false)
  expect(verifier.says.id).toBe('hub yang membinanya, kecuali orang dari instansi pemilik')
  expect(anyOf(itsAuthors, itsLocalAdmin).says.en).toBe(
    "authors of its unit or its institution's administrator",
  )
})

test.each([
  ['pendek', 'Use at least 12 characters'],
  ['k'.repeat(201), 'Use at most 200'],
  ['Password2026!', 'easy to guess'],
  ['aaaaaaaaaaaaaa', 'easy to guess'],
  ['1234567890123', 'easy to guess'],
  ['sari dewi!!!!', 'easy to guess'],
])('the password %s is not accepted', (password, sentence) => {
  expect(passwordFault(password, { name: 'Sari Dewi', email: 'sari@contoh.test' })?.en).toContain(sentence)
})

test.each(['padi menguning di sawah', 'Tr4k-Perahu-Bambu', 'ikan ikan terbang'])(
  'the password %s is',
  (password) => {
    expect(passwordFault(password, { name: 'Sari Dewi', email: 'sari@contoh.test' })).toBeNull()
  },
)

test('the wait doubles with every failure, up to an hour, and is over after one', () => {
  const failures = (count: number, agoMs = 0) => Array.from({ length: count }, () => 1_000_000_000 - agoMs)
  const wait = (count: number, agoMs = 0) =>
    waitBeforeSignIn('strangers', failures(count, agoMs), 1_000_000_000)
  expect([4, 5, 6, 7].map((count) => wait(count))).toEqual([0, 30_000, 60_000, 120_000])
  expect(wait(100)).toBe(3_600_000)
  expect(wait(5, 30_000)).toBe(0)
  expect(wait(100, 3_600_000)).toBe(0)
})

test('a role that belongs to an institution needs one; only a hub has a province', () => {
  expect(scopeFault('author', null, null)?.id).toContain('Pilih instansi')
  expect(scopeFault('administrator', null, null)).toBeNull()
  expect(scopeFault('author', 'x', '35')?.id).toContain('Hanya hub')
  expect(scopeFault('hub', 'x', '35')).toBeNull()
})

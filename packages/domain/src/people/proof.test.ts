import { expect, test } from 'vitest'
import { passkeySite } from './passkey-site.ts'
import { lackingProof } from './proof.ts'

const now = new Date('2026-03-02T03:04:05Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

test.each([
  ['password', 0, false, null],
  ['password', 14, false, null],
  ['password', 15, false, 'again'],
  ['password', 0, true, 'second factor'],
  ['second_factor', 14, true, null],
  ['passkey', 14, true, null],
  ['second_factor', 15, true, 'second factor'],
  ['second_factor', 15, false, 'again'], // an account of the demonstration
] as const)(
  '%s, %i minutes ago, a second factor there: %s; lacks %s',
  (assurance, minutes, hasSecondFactor, lacks) => {
    expect(lackingProof({ assurance, provedAt: ago(minutes), hasSecondFactor }, now)).toBe(lacks)
  },
)

test.each([
  ['https://semai.contoh.test', 'semai.contoh.test'],
  ['https://semai.contoh.test:8443', 'semai.contoh.test'],
  ['http://localhost:3000', 'localhost'],
  ['http://semai.contoh.test', undefined],
  ['http://127.0.0.1:3000', undefined],
  ['https://192.0.2.7', undefined],
  ['https://[2001:db8::7]', undefined],
])('passkeys of %s belong to %s', (origin, id) => {
  expect(passkeySite(origin)?.id).toBe(id)
})

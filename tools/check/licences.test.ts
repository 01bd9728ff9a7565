import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { dependencies, isAccepted, licenceFindings } from './licences.ts'

test('every dependency has an accepted licence, and the lock file was really read', () => {
  const list = dependencies(resolve(import.meta.dirname, '../..'))
  expect(licenceFindings(list)).toEqual([])
  expect(list.some(({ name }) => name === 'kysely')).toBe(true)
})

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['(MIT AND Zlib)', true],
  ['(MIT AND BUSL-1.1)', false],
  ['SEE LICENSE IN EULA.txt', false],
  ['none stated', false],
])('%s is accepted: %s', (licence, expected) => {
  expect(isAccepted(licence)).toBe(expected)
})

test('a package without an accepted licence is named', () => {
  expect(licenceFindings([{ name: 'x', version: '1.0.0', licence: 'BUSL-1.1', use: 'running' }])).toEqual([
    'x@1.0.0: licence "BUSL-1.1" is not on the list of accepted ones.',
  ])
})

import { expect, test } from 'vitest'
import { agencies } from '@semai/testkit/cast'
import { deadEnds, goldenMatrix } from '@semai/testkit/golden-matrix'
import { accountRequestLifecycle } from './account-request.lifecycle.ts'

const asked = {
  ownerPath: [agencies.healthOffice, agencies.regency],
  provinceCode: null,
  role: 'author',
} as const
const matrix = (given: { role?: 'author' | 'local_admin'; link: 'tracking' | 'address' | null }) =>
  goldenMatrix(accountRequestLifecycle, (state) => ({ ...asked, ...given, state }))

test('who decides about an author of a unit; the public stands for whoever asked', () => {
  expect(matrix({ link: 'tracking' })).toMatchInlineSnapshot(`
    "submitted --verify--> verified: command line, local admin, administrator
    submitted --decline--> declined: command line, local admin, administrator
    submitted --withdraw--> withdrawn: public, command line
    verified --approve--> approved: command line, local admin, administrator
    verified --decline--> declined: command line, local admin, administrator
    verified --withdraw--> withdrawn: public, command line"
  `)
})

test('the link sent to the address shows the address, the tracking link does not', () => {
  const verify = (line: string) => line.includes('--verify-->')
  expect(matrix({ link: 'address' }).split('\n').filter(verify)).toMatchInlineSnapshot(`
    [
      "submitted --verify--> verified: public, command line, local admin, administrator",
    ]
  `)
  expect(matrix({ link: 'address' })).not.toContain('withdraw')
})

test('an administrator of an institution is not made by another', () => {
  expect(matrix({ role: 'local_admin', link: null })).toMatchInlineSnapshot(`
    "submitted --verify--> verified: command line, administrator
    submitted --decline--> declined: command line, administrator
    verified --approve--> approved: command line, administrator
    verified --decline--> declined: command line, administrator"
  `)
})

test('every state can be reached, and left unless it is an end', () => {
  expect(deadEnds(accountRequestLifecycle, ['approved', 'declined', 'withdrawn'])).toEqual({
    unreachable: [],
    stuck: [],
  })
})

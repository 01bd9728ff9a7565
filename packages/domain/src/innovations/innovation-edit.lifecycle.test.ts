import { expect, test } from 'vitest'
import { agencies, cast } from '@semai/testkit/cast'
import { deadEnds, goldenMatrix } from '@semai/testkit/golden-matrix'
import { checklist, completeness, isComplete } from './innovation-checklist.ts'
import { emptyContent, innovationContent, linksOf, rupiahOf, startOf } from './innovation-content.form.ts'
import { handoverLifecycle } from './innovation-handover.lifecycle.ts'
import { innovationEditLifecycle } from './innovation-edit.lifecycle.ts'
import { innovationLifecycle } from './innovation.lifecycle.ts'

const words = (count: number) => Array.from({ length: count }, () => 'kata').join(' ')
const whole = {
  ...emptyContent,
  name: 'Antar Obat',
  summary: words(8),
  problem: words(30),
  solution: words(50),
  users: words(3),
  started: '2023',
  category: 'kesehatan',
}
const owned = { ownerPath: [agencies.healthOffice, agencies.regency, agencies.province], provinceCode: null }

test('who may do what with a working text, in every state', () => {
  expect(goldenMatrix(innovationEditLifecycle, (state) => ({ ...owned, state, content: whole })))
    .toMatchInlineSnapshot(`
    "draft --submit--> submitted: author
    draft --publish--> published: local admin
    draft --discard--> discarded: author, local admin
    submitted --recall--> draft: author
    submitted --return--> returned: local admin
    submitted --publish--> published: local admin
    returned --submit--> submitted: author
    returned --publish--> published: local admin
    returned --discard--> discarded: author, local admin"
  `)
})

test('who may take a hand-over which way', () => {
  const to = { toPerson: cast['local admin'].personId!, canTakeCharge: true }
  expect(goldenMatrix(handoverLifecycle, (state) => ({ ...owned, ...to, state }))).toMatchInlineSnapshot(`
    "offered --accept--> accepted: local admin
    offered --decline--> declined: local admin
    offered --withdraw--> withdrawn: author, local admin"
  `)
})

test('who may tell the life of an innovation, in every state', () => {
  expect(goldenMatrix(innovationLifecycle, (state) => ({ ...owned, state }))).toMatchInlineSnapshot(`
    "unknown --try_out--> trial: author, local admin
    unknown --implement--> implemented: author, local admin
    unknown --pause--> dormant: author, local admin
    unknown --stop--> stopped: author, local admin
    idea --try_out--> trial: author, local admin
    idea --implement--> implemented: author, local admin
    trial --implement--> implemented: author, local admin
    trial --pause--> dormant: author, local admin
    trial --stop--> stopped: author, local admin
    implemented --develop--> developed: author, local admin
    implemented --institutionalise--> institutionalised: author, local admin
    implemented --pause--> dormant: author, local admin
    implemented --stop--> stopped: author, local admin
    developed --institutionalise--> institutionalised: author, local admin
    developed --pause--> dormant: author, local admin
    developed --stop--> stopped: author, local admin
    institutionalised --pause--> dormant: author, local admin
    institutionalised --stop--> stopped: author, local admin
    dormant --stop--> stopped: author, local admin
    dormant --resume--> implemented: author, local admin
    stopped --resume--> implemented: author, local admin"
  `)
})

test('every state can be reached, and left unless it is an end', () => {
  expect(deadEnds(innovationEditLifecycle, ['published', 'discarded'])).toEqual({
    unreachable: [],
    stuck: [],
  })
  // an idea comes with a record that says so; merging is a step of its own, taken on two records
  expect(deadEnds(innovationLifecycle, ['merged'])).toEqual({ unreachable: ['idea', 'merged'], stuck: [] })
})

test('the checklist names what is missing, and counts what is needed twice', () => {
  const missing = checklist(emptyContent, '2026-03-02').filter(({ isMet, isNeeded }) => isNeeded && !isMet)
  expect(missing.map(({ field }) => field)).toEqual([
    'name',
    'summary',
    'problem',
    'solution',
    'started',
    'category',
    'users',
  ])
  expect(completeness(checklist(emptyContent, '2026-03-02'))).toBe(0)
  expect(completeness(checklist(whole, '2026-03-02'))).toBeCloseTo(14 / 21, 12)
  expect([isComplete(emptyContent, '2026-03-02'), isComplete(whole, '2026-03-02')]).toEqual([false, true])
  expect(isComplete({ ...whole, started: '2026-04' }, '2026-03-02')).toBe(false)
})

test('blank text is nothing; what is half typed is kept', () => {
  expect(innovationContent.parse({ name: '  ', started: ' ' })).toEqual(emptyContent)
  expect(innovationContent.parse({ started: '202' }).started).toBe('202')
  expect([startOf('202'), startOf('2022-13'), startOf(null)]).toEqual([null, null, null])
})

test.each([
  ['Rp 1.250.000', 1_250_000],
  ['1250000', 1_250_000],
  ['rp1.000,-', 1_000],
  ['0', 0],
  ['1.5', null],
  ['kira-kira', null],
  ['', null],
])('the amount %s is %s rupiah', (typed, rupiah) => {
  expect(rupiahOf(typed)).toBe(rupiah)
})

test('only addresses of the web are links', () => {
  expect(linksOf('https://contoh.id/a\njavascript:alert(1)\n http://contoh.id ')).toEqual([
    'https://contoh.id/a',
    'http://contoh.id/',
  ])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agencies, cast } from '@semai/testkit/cast'
import { deadEnds, goldenMatrix } from '@semai/testkit/golden-matrix'
import { now } from '@semai/testkit/scene'
import { decide } from '../lifecycle.ts'
import { decreeForm, levelsForm } from './hub.form.ts'
import { maturityAspects, maturityResult } from './hub-maturity.ts'
import type { MaturityInstrument } from './hub-maturity.ts'
import { instrumentForm } from './maturity-instrument.form.ts'
import { maturityLifecycle } from './maturity.lifecycle.ts'
import type { MaturityLife } from './maturity.lifecycle.ts'

const says = { id: 'butir', en: 'item' }
const item = (key: string, aspect: (typeof maturityAspects)[number], weight = 1) => ({
  key,
  aspect,
  weight,
  text: says,
})
const instrument: Pick<MaturityInstrument, 'items' | 'levels' | 'aspects'> = {
  levels: [says, says, says, says, says],
  aspects: { planning: 1, institutionalisation: 1, dissemination: 2, evaluation: 1 },
  items: [
    item('a', 'planning', 1),
    item('b', 'planning', 3),
    item('c', 'institutionalisation'),
    item('d', 'dissemination'),
    item('e', 'evaluation'),
  ],
}
const levels = (...of: (number | null)[]) => new Map(of.map((level, i) => ['abcde'[i]!, level]))

test('the result is the weighted mean of the aspects, each the weighted mean of its items', () => {
  expect(maturityResult(instrument, levels(4, 0, 2, 4, 0))).toEqual({
    overall: (0.25 + 0.5 + 2 * 1 + 0) / 5,
    aspects: { planning: 0.25, institutionalisation: 0.5, dissemination: 1, evaluation: 0 },
  })
})

test('what has no level leaves its aspect and the whole unknown, not low', () => {
  expect(maturityResult(instrument, levels(4, null, 2, 4, 0))).toEqual({
    overall: null,
    aspects: { planning: null, institutionalisation: 0.5, dissemination: 1, evaluation: 0 },
  })
})

test('an aspect that is asked nothing takes no part', () => {
  const items = instrument.items.filter(({ aspect }) => aspect === 'planning')
  expect(maturityResult({ ...instrument, items }, levels(4, 4))).toMatchObject({ overall: 1 })
})

test('a higher level never lowers the result, which stays between 0 and 1', () => {
  const level = fc.integer({ min: 0, max: 4 })
  fc.assert(
    fc.property(fc.array(level, { minLength: 5, maxLength: 5 }), fc.nat(4), (found, at) => {
      const before = maturityResult(instrument, levels(...found)).overall!
      const raised = found.with(at, Math.min(4, found[at]! + 1))
      const after = maturityResult(instrument, levels(...raised)).overall!
      expect(after).toBeGreaterThanOrEqual(before - 1e-12)
      expect([before >= 0, after <= 1 + 1e-12]).toEqual([true, true])
    }),
  )
})

const life = (state: MaturityLife['state'], given: Partial<MaturityLife> = {}): MaturityLife => ({
  state,
  hub: { provinceCode: null, ownerPath: [agencies.province] },
  unanswered: 0,
  unreviewed: 0,
  reviewedAt: new Date(now.getTime() - 30 * 86_400_000),
  replyDays: 30,
  ...given,
})

test('who may do what with an assessment, in every state', () => {
  expect(goldenMatrix(maturityLifecycle, life)).toMatchInlineSnapshot(`
    "draft --submit--> submitted: hub
    submitted --return--> returned: secretariat
    submitted --review--> reviewed: secretariat
    returned --submit--> submitted: hub
    reviewed --reply--> submitted: hub
    reviewed --agree--> published: hub
    reviewed --publish--> published: secretariat"
  `)
})

test('every state can be reached; what is public stays so', () => {
  expect(deadEnds(maturityLifecycle, ['published'])).toEqual({ unreachable: [], stuck: [] })
})

test('a result is published over the head of a hub only once its time for a reply has passed', () => {
  const reviewedAt = new Date(now.getTime() - 30 * 86_400_000 + 1)
  const asked = { subject: life('reviewed', { reviewedAt }), now }
  expect(decide(maturityLifecycle, 'publish', { ...asked, actor: cast.secretariat })).toMatchObject({
    ok: false,
    code: 'invalid',
  })
  expect(decide(maturityLifecycle, 'agree', { ...asked, actor: cast.hub }).ok).toBe(true)
})

test('levels are read by item, and nothing else is', () => {
  const typed = {
    revision: '3',
    level_forum: '2',
    words_forum: ' Berita acara ',
    level_budget: '',
    lain: 'x',
  }
  expect(levelsForm.parse(typed)).toEqual({
    revision: 3,
    levels: [
      { key: 'forum', level: 2, words: 'Berita acara' },
      { key: 'budget', level: null, words: null },
    ],
  })
  expect(levelsForm.safeParse({ ...typed, level_forum: '12' }).success).toBe(false)
})

test('an instrument is read line by line, and what does not fit is refused', () => {
  const typed = {
    noteId: 'Versi percobaan',
    noteEn: 'A trial version',
    levels: 'belum | not yet\nsudah | done',
    aspects: maturityAspects.map((aspect) => `${aspect} | 1,5`).join('\n'),
    items: 'planning | plan_there | Rencana ada | There is a plan | 2',
    replyDays: '14',
  }
  expect(instrumentForm.parse(typed)).toMatchObject({
    aspects: { planning: 1.5 },
    items: [{ aspect: 'planning', key: 'plan_there', weight: 2 }],
    replyDays: 14,
  })
  for (const wrong of [
    { levels: 'hanya satu | only one' },
    { aspects: 'planning | 1' },
    { items: 'lain | kunci | Butir satu | Item one | 1' },
    { items: 'planning | kunci | Butir satu | Item one | 0' },
    { items: 'planning | a1 | Butir satu | Item one | 1\nplanning | a1 | Butir dua | Item two | 1' },
  ]) {
    expect([wrong, instrumentForm.safeParse({ ...typed, ...wrong }).success]).toEqual([wrong, false])
  }
})

test('a decree names at least one region or agency, and does not end before it begins', () => {
  const typed = {
    hub: 'jawa-timur',
    number: 'Kepmen 1/2024',
    decidedOn: '2024-05-01',
    validFrom: '2024-05-01',
    scope: 'Jawa Timur',
  }
  expect(decreeForm.safeParse(typed).success).toBe(true)
  expect(decreeForm.safeParse({ ...typed, scope: '\n' }).success).toBe(false)
  expect(decreeForm.safeParse({ ...typed, validUntil: '2024-04-30' }).success).toBe(false)
})

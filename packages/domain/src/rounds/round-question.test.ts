import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedOfChoice, askedOfChoices, questionForm, withQuestion } from './question.form.ts'
import {
  answerFault,
  answersTo,
  answerText,
  completeness,
  questionsFor,
  readNumber,
  roundQuestions,
} from './round-question.ts'
import { knownFigureNames, knownFigures, knownWords } from './known-figures.ts'
import type { Known } from './known-figures.ts'
import { mergedAnswers } from './merged-answers.ts'
import { combiningNames, roundKindNames } from './round.ts'
import { criteriaOf, roundForm, roundGroupForm, roundStepForm } from './round.form.ts'
import { shippedRoundForm } from './shipped-round-form.ts'

const shipped = shippedRoundForm
const shippedOfRecords = questionsFor(shipped, 'innovation')
const whole = {
  q1: 'c2',
  q2: '2026-01-15',
  q3: 'Pindah ke aplikasi (rekaan).',
  q4: 'Perbup 7/2024 (rekaan)',
  q5: '1.250,5',
  q6: '4200',
  q7: 'yes',
  q9: 'https://contoh.test/laporan',
  q10: 'Tenaga kurang (rekaan).',
}

test('the shipped form is a form, and answers to all that is required are whole', () => {
  expect(roundQuestions.parse(shipped)).toEqual(shipped)
  expect(completeness(shippedOfRecords, whole)).toEqual({ required: 9, answered: 9, open: [] })
  expect(completeness(shippedOfRecords, {})).toMatchObject({ required: 9, answered: 0 })
})

test('what is missing and what cannot be read is named in the order of the form', () => {
  const { answered, open } = completeness(shippedOfRecords, { ...whole, q3: '  ', q6: 'banyak', q8: '1.5' })
  expect(answered).toBe(7)
  expect(open.map(({ key, fault }) => [key, fault !== null])).toEqual([
    ['q3', false],
    ['q6', true],
    ['q8', true],
  ])
})

test('evidence is a file or a link, and a file neither mends a faulty link nor answers a question of another kind', () => {
  const { q9: _, q3: __, ...rest } = whole as Record<string, string>
  const openOf = (answers: Record<string, string>, evidenced: string[]) =>
    completeness(shippedOfRecords, answers, evidenced).open.map(({ key }) => key)
  expect(openOf(rest, [])).toEqual(['q3', 'q9'])
  expect(openOf(rest, ['q9', 'q3'])).toEqual(['q3'])
  expect(openOf({ ...rest, q9: 'di meja' }, ['q9'])).toEqual(['q3', 'q9'])
})

test.each([
  ['1250', 1250],
  ['1.250', 1250],
  ['1.250.000,25', 1250000.25],
  ['12,5', 12.5],
  ['-3', -3],
  ['1.25', null],
  ['1,250.5', null],
  ['', null],
  ['12 orang', null],
])('the number %s is read as %s', (typed, number) => {
  expect(readNumber(typed)).toBe(number)
})

test.each([
  ['q1', 'c9'],
  ['q2', '2026-02-30'],
  ['q7', 'ya'],
  ['q9', 'laporan di meja'],
  ['q4', 'x'.repeat(301)],
])('to %s the answer %s has a fault', (key, typed) => {
  const question = shippedRoundForm.find((one) => one.key === key)!
  expect(answerFault(question, typed)).toMatchObject({ id: expect.any(String), en: expect.any(String) })
  expect(answerFault(question, '')).toBeNull()
})

test('only answers to questions of the form are kept, and an object’s own names are none', () => {
  expect(answersTo(shippedRoundForm, { q1: 'c1', q3: '', q99: 'lain', constructor: 'x' })).toEqual({
    q1: 'c1',
  })
})

test('an answer is read with its words and its unit', () => {
  const [first, day, , , budget] = shippedRoundForm
  expect(answerText(day!, '2026-01-15')).toEqual({ id: '15 Januari 2026', en: '15 January 2026' })
  expect(answerText(first!, 'c4').en).toBe('It stopped')
  expect(answerText(budget!, '1.250').id).toBe('1.250 juta rupiah')
})

const typed = {
  kind: 'choice',
  textId: 'Bagaimana keadaannya?',
  textEn: 'How does it stand?',
  choices: 'Baik | Good\nBuruk | Bad',
}

test('a question that is added gets the next key, one that is changed keeps its own and its place', () => {
  const added = withQuestion(shippedRoundForm, questionForm.parse(typed))
  expect(added).toHaveLength(14)
  expect(added.at(-1)).toMatchObject({ key: 'q14', kind: 'choice', isRequired: false, help: null })
  const changed = withQuestion(
    added,
    questionForm.parse({ ...typed, kind: 'date', question: 'q3', required: 'yes' }),
  )
  expect(changed[2]).toEqual({
    key: 'q3',
    kind: 'date',
    text: { id: typed.textId, en: typed.textEn },
    help: null,
    isRequired: true,
    shows: null,
    askedOf: null,
  })
})

test.each([
  [{ ...typed, choices: 'Baik | Good' }, 'choices'],
  [{ ...typed, helpId: 'Bantuan' }, 'helpEn'],
  [{ ...typed, kind: 'number', unitId: 'orang' }, 'unitId'],
])('a question that is not whole is told where: %j', (said, field) => {
  const { error } = questionForm.safeParse(said)
  expect(error?.issues.map(({ path }) => path[0])).toEqual([field])
})

test('criteria weigh a hundred together, each under a name of its own', () => {
  expect(
    criteriaOf('60 | Dampak | Effect\n\n40 | Mutu bukti | Quality of evidence')?.map(({ key }) => key),
  ).toEqual(['dampak', 'mutu-bukti'])
  for (const bad of [
    '',
    '60 | A | A',
    '50 | A | A\n50 | A | B',
    '100 | A',
    '0 | A | A\n100 | B | B',
    '100 | - | -',
  ])
    expect(criteriaOf(bad)).toBeNull()
})

test('a deadline is a whole hour of western Indonesia, and not before the opening', () => {
  const said = {
    name: 'PKRI 2027',
    year: '2027',
    opensOn: '2027-04-01',
    untilDay: '2027-04-30',
    untilHour: '16',
    assessors: '2',
    combining: 'mean',
  }
  expect(roundForm.parse(said).answersUntil.toISOString()).toBe('2027-04-30T09:00:00.000Z')
  expect(roundForm.parse({ ...said, untilHour: '24' }).answersUntil.toISOString()).toBe(
    '2027-04-30T17:00:00.000Z',
  )
  expect(roundForm.safeParse({ ...said, untilDay: '2027-03-31' }).error?.issues[0]?.path).toEqual([
    'untilDay',
  ])
  expect(roundGroupForm.safeParse({}).success).toBe(false)
})

test('what pages show has a name of its own in each language', () => {
  for (const names of [combiningNames, roundKindNames, knownFigureNames]) {
    const shown = Object.values(names)
    for (const lang of ['id', 'en'] as const) {
      const words = shown.map((says) => says[lang].trim())
      expect(words).not.toContain('')
      expect(new Set(words).size).toBe(words.length)
    }
  }
})

test('only a step that the life cycle has is one', () => {
  expect(roundStepForm.parse({ step: 'open' })).toEqual({ step: 'open' })
  expect(roundStepForm.safeParse({ step: 'toString' }).success).toBe(false)
})

test('what two people wrote at a time is brought together, and what both changed is left to them', () => {
  const base = { q1: 'a', q2: 'b', q3: 'c' }
  const theirs = { q1: 'A', q2: 'b', q3: 'C' }
  const mine = { q1: 'a', q3: 'D', q4: 'baru' }
  expect(mergedAnswers({ base, theirs, mine })).toEqual({
    answers: { q1: 'A', q3: 'D', q4: 'baru' },
    clashes: ['q3'],
  })
})

test('nothing that only one of two people wrote is ever lost', () => {
  const answers = fc.dictionary(fc.constantFrom('q1', 'q2', 'q3'), fc.constantFrom('a', 'b', 'c'))
  fc.assert(
    fc.property(answers, answers, answers, (base, theirs, mine) => {
      const merged = mergedAnswers({ base, theirs, mine })
      for (const key of ['q1', 'q2', 'q3']) {
        const either =
          theirs[key] === base[key] ? mine[key] : mine[key] === base[key] ? theirs[key] : mine[key]
        expect(merged.answers[key]).toBe(either)
      }
      expect(mergedAnswers({ base, theirs, mine: theirs })).toEqual({ answers: theirs, clashes: [] })
    }),
  )
})

const nothing: Known = { pulse: null, spending: null, claims: null, replicas: null, started: null }

test('what the records say is told in words, and silence as nothing', () => {
  const known: Known = {
    pulse: { answer: 'grown', on: '2026-02-01' },
    spending: { year: 2025, rupiah: 1_250_000, quarters: 3 },
    claims: 0,
    replicas: 1_200,
    started: '2019-05',
  }
  expect(knownFigures.map((figure) => knownWords(known, figure)?.id)).toEqual([
    'Berjalan dan makin luas, 1 Februari 2026',
    'Rp1.250.000 pada 2025 (3 triwulan)',
    '0',
    '1.200',
    'Mei 2019',
  ])
  expect(knownFigures.map((figure) => knownWords(nothing, figure))).toEqual([null, null, null, null, null])
})

test('organisations are asked other questions than what they run, and a choice of whom to ask comes back as it was', () => {
  const keys = (objects: 'innovation' | 'replication' | 'organisation') =>
    questionsFor(shipped, objects).map(({ key }) => key)
  expect(keys('replication')).toEqual(keys('innovation'))
  expect(keys('organisation')).toEqual(['q11', 'q12', 'q13'])
  for (const askedOf of askedOfChoices) {
    const [question] = withQuestion([], questionForm.parse({ ...typed, askedOf }))
    expect(askedOfChoice(question!.askedOf)).toBe(askedOf)
  }
})

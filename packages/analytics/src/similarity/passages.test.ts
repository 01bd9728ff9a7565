import { describe, expect, test } from 'vitest'
import { conceptLexicon } from './concept-lexicon.ts'
import { cuesIn, cuesOf, passagesOf, sentencesOf } from './passages.ts'

const lexicon = conceptLexicon(
  (text) =>
    (text.toLowerCase().match(/[a-z]+/g) ?? []).map((written) => ({ written, root: written, weight: 1 })),
  [],
)
const cues = cuesOf([
  { words: 'was tried', role: 'tried' },
  { words: 'but', role: 'contrast' },
  { words: 'failed', role: 'fails' },
  { words: 'instead', role: 'switches' },
  { words: 'hardly', role: 'lacks' },
  { words: 'no', role: 'negates' },
  { words: 'no longer', role: 'negates' },
])

/** The stress of each word. */
function stresses(text: string, title?: string): Record<string, number> {
  const { said, stresses } = passagesOf(lexicon, cues, { text, ...(title === undefined ? {} : { title }) })
  return Object.fromEntries(said.map((word, i) => [word, Number(stresses[i]!.toFixed(3))]))
}

test('sentences end where the next begins with a capital or a figure', () => {
  expect(sentencesOf('Rp2.5 juta, kata dr. budi. Lalu 3 orang datang! "Ya." 40 lagi')).toEqual([
    'Rp2.5 juta, kata dr. budi.',
    'Lalu 3 orang datang!',
    '"Ya."',
    '40 lagi',
  ])
})

describe('stress', () => {
  test('what was tried and given up says little, what follows a little more', () => {
    expect(stresses('One two three. Bells was tried but vanished, truly')).toMatchObject({
      one: 1,
      bells: 0.1,
      vanished: 0.3,
      truly: 0.3,
    })
  })

  test('a contrast without a trial takes nothing away', () => {
    expect(stresses('Bells ring but softly')).toMatchObject({ bells: 1, softly: 1 })
  })

  test('what failed says little', () => {
    expect(stresses('Bells failed.')).toMatchObject({ bells: 0.2 })
  })

  test('what is denied says less, up to the next comma', () => {
    expect(stresses('With no bells at all, lamps')).toMatchObject({ bells: 0.35, all: 0.35, lamps: 1 })
  })

  test('a lack belongs to the background only at the beginning', () => {
    const text = 'Bells hardly ring. Two. Three. Lamps hardly shine.'
    expect(stresses(text)).toMatchObject({ bells: 0.4, lamps: 1 })
  })

  test('before a change of ways is the old way', () => {
    expect(stresses('First sentence. Bells ring. Instead lamps shine.')).toMatchObject({
      bells: 0.4,
      lamps: 1,
    })
  })

  test('a title says less than a sentence, and an empty one is none', () => {
    expect(stresses('Lamps.', 'Bells')).toEqual({ bells: 0.8, lamps: 1 })
    expect(passagesOf(lexicon, cues, { title: ' ', text: 'Lamps.' }).sentences).toEqual(['Lamps.'])
  })
})

test('the longest cue at a place is the one that is found', () => {
  expect(cuesIn(cues, lexicon.read('they no longer ring'))).toEqual([{ role: 'negates', at: 1 }])
})

test('a text without words has no expressions', () => {
  expect(passagesOf(lexicon, cues, { text: ' … 12' })).toMatchObject({ said: [] })
})

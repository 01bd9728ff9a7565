import { expect, test } from 'vitest'
import { emptyContent } from '../innovations/innovation-content.form.ts'
import { prefilledProposal, proposalPoints, proposalText, wordsIn } from './proposal-form.ts'
import type { ProposalForm } from './proposal-form.ts'

const form: ProposalForm = {
  key: 'contoh',
  name: { id: 'Contoh', en: 'Example' },
  source: 'Panduan contoh',
  aspects: [
    {
      key: 'ringkasan',
      name: { id: 'Ringkasan', en: 'Summary' },
      weight: 0,
      most_words: 3,
      from: ['summary'],
    },
    {
      key: 'dampak',
      name: { id: 'Dampak', en: 'Impact' },
      weight: 100,
      most_words: null,
      from: ['results', 'resultsText', 'replicas', 'goals', 'toString'],
    },
  ],
}
const content = {
  ...emptyContent,
  summary: 'Obat diantar perahu.',
  goals: [3],
  results: [{ indicator: 'Tunggu', before: '7', after: '1', unit: 'hari', source: '' }],
}
const source = { content, components: [], replicas: 0 }

test('a form is filled from the parts it names; what the record does not say, and strange names, fill nothing', () => {
  expect(prefilledProposal(form, source)).toEqual({
    ringkasan: 'Obat diantar perahu.',
    dampak: 'Tunggu: 7 → 1 hari',
  })
  expect(prefilledProposal(form, { ...source, content: emptyContent, replicas: 2 })).toEqual({
    ringkasan: '',
    dampak: '2 instansi tercatat menjalankannya.',
  })
})

test('an aspect is met when something is written and not too much', () => {
  const stands = (ringkasan: string) =>
    proposalPoints(form, { ringkasan }).map(({ isMet, words }) => [isMet, words])
  expect(stands('')).toEqual([
    [false, 0],
    [false, 0],
  ])
  expect(stands('satu dua - tiga')[0]).toEqual([true, 3])
  expect(stands('satu dua tiga empat')[0]).toEqual([false, 4])
})

test('the text to paste has every aspect with its words, and says by which form', () => {
  expect(proposalText(form, { ringkasan: 'Obat diantar.' }, 'Antar Obat')).toBe(
    'Antar Obat\n\nDisusun menurut Contoh. Sumber susunan: Panduan contoh.\n\n' +
      '1. Ringkasan (bobot 0; 2 dari 3 kata)\n\nObat diantar.\n\n2. Dampak (bobot 100; 0 kata)\n\n(belum diisi)\n',
  )
})

test('signs alone are no words', () => {
  expect(wordsIn(' — 7 hari, "lekas" … ')).toBe(3)
})

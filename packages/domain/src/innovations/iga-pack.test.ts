import { expect, test } from 'vitest'
import { newComponent } from '../blueprints/blueprint.ts'
import type { Component, ComponentKind } from '../blueprints/blueprint.ts'
import { emptyContent } from './innovation-content.form.ts'
import { igaForm } from './iga-form.ts'
import { igaPack } from './iga-pack.ts'
import type { IgaKey, IgaSource } from './iga-pack.ts'

const nothing: IgaSource = {
  stage: null,
  content: emptyContent,
  components: [],
  triedOn: null,
  implementedOn: null,
  replicas: 0,
}
const part = (kind: ComponentKind, given: Readonly<Record<string, string | null>>) =>
  ({ ...newComponent(kind, kind), ...given }) as Component
const words = (count: number) => Array.from({ length: count }, () => 'layanan').join(' ')
const field = (source: IgaSource, wanted: IgaKey) => {
  const { value, missing } = igaPack(source).fields.find(({ key }) => key === wanted)!
  return [value, missing?.en ?? null]
}
const evidence = (source: IgaSource, wanted: string) => {
  const { state, told, addresses } = igaPack(source).evidence.find(({ key }) => key === wanted)!
  return [state, told, addresses]
}

test('a record that says nothing fills nothing, and every field and indicator is named as missing', () => {
  const { fields, words, evidence } = igaPack(nothing)
  expect(fields.filter(({ value, missing }) => value !== null || missing === null)).toEqual([])
  expect([fields.length, words]).toEqual([13, 0])
  expect(evidence.map(({ key, state }) => [key, state])).toEqual(
    igaForm.indicators.map(({ key }) => [key, 'missing']),
  )
})

test('the blueprint is counted by its own words, headings left out', () => {
  const with299 = { ...nothing, content: { ...emptyContent, problem: words(99), solution: words(200) } }
  expect(igaPack(with299).words).toBe(299)
  expect(field(with299, 'blueprint')).toEqual([
    `Permasalahan\n${words(99)}\n\nCara kerja\n${words(200)}`,
    '299 words so far; the form asks for 300. Add 1 in the text or the blueprint.',
  ])
  const with300 = { ...with299, components: [part('lesson', { title: 'Mulai kecil', description: '—' })] }
  expect(igaPack(with300).words).toBe(301)
  expect(field(with300, 'blueprint')[1]).toBeNull()
})

test('another year may ask for fewer words and for other indicators', () => {
  const form = { ...igaForm, fewestWords: 2, indicators: igaForm.indicators.slice(0, 1) }
  const pack = igaPack({ ...nothing, content: { ...emptyContent, problem: 'Obat terputus' } }, form)
  expect(pack.fields.find(({ key }) => key === 'blueprint')!.missing).toBeNull()
  expect(pack.evidence.map(({ key }) => key)).toEqual(['regulation'])
})

test.each([
  ['idea', 'Inisiatif'],
  ['trial', 'Uji coba'],
  ['institutionalised', 'Penerapan'],
  ['stopped', null],
] as const)('the stage %s is %s in the form', (stage, value) => {
  expect(field({ ...nothing, stage }, 'stage')[0]).toBe(value)
})

test('the start of the record dates what it is now: the trial or the implementation', () => {
  const content = { ...emptyContent, started: '2023-05-02' }
  const dates = (source: IgaSource) => [field(source, 'triedOn'), field(source, 'implementedOn')]
  const none = [null, 'The form asks for a whole date.']
  expect(dates({ ...nothing, content, stage: 'trial' })).toEqual([['2023-05-02', null], none])
  expect(dates({ ...nothing, content, stage: 'developed' })).toEqual([none, ['2023-05-02', null]])
  const steps = { triedOn: '2022-01-03', implementedOn: '2022-07-01' }
  expect(dates({ ...nothing, content, stage: 'developed', ...steps })).toEqual([
    ['2022-01-03', null],
    ['2022-07-01', null],
  ])
  const vague = { ...nothing, stage: 'implemented' as const, content: { ...content, started: '2023-05' } }
  expect(field(vague, 'implementedOn')).toEqual(['2023-05', 'The form asks for a whole date.'])
})

test('the aim is told by the targets of its indicators, the result by its figures', () => {
  const result = {
    indicator: 'Pasien terlayani',
    before: '59',
    after: '96',
    unit: 'dari 100',
    source: 'SIMPUS',
  }
  const content = {
    ...emptyContent,
    results: [result, { ...result, after: '' }],
    resultsText: 'Ongkos turun.',
  }
  const components = [part('indicator', { title: 'Obat diterima', target: '95', unit: 'persen' })]
  expect(field({ ...nothing, components }, 'aim')).toEqual(['Obat diterima: 95 persen', null])
  expect(field({ ...nothing, content }, 'result')).toEqual([
    'Pasien terlayani: 59 → 96 dari 100 (SIMPUS)\nOngkos turun.',
    null,
  ])
})

test('evidence is a document where an address can be opened, else told, else missing', () => {
  const sk = part('legal_basis', { title: 'SK dinas', number: '440/12' })
  const told = { ...nothing, components: [sk] }
  expect(evidence(told, 'regulation')).toEqual(['told', ['SK dinas, 440/12'], []])
  const address = 'https://contoh.test/sk.pdf'
  expect(evidence({ ...nothing, components: [{ ...sk, address } as Component] }, 'regulation')).toEqual([
    'document',
    ['SK dinas, 440/12'],
    [address],
  ])
  expect(evidence({ ...nothing, replicas: 3 }, 'replication')).toEqual([
    'told',
    ['3 instansi tercatat menjalankannya'],
    [],
  ])
  expect(evidence(told, 'training')).toEqual(['missing', [], []])
})

import { expect, test } from 'vitest'
import { needContent } from '../needs/need.form.ts'
import { visitRequestForm } from './study-visit.form.ts'
import { visitQuestions } from './visit-questions.ts'

const gap = { title: 'Obat tidak sampai ke pulau', sector: 'health' as const }

test('questions follow the gap: its figure, its causes, its limits, and what failed', () => {
  const need = needContent.parse({
    ...gap,
    indicator: 'Pasien yang mengambil obat',
    unit: 'persen',
    baseline: '41,5',
    target: 80,
    causes: 'Apotek jauh.\nKapal jarang',
    moneyLimit: 'Rp150 juta setahun',
  })
  expect(visitQuestions(need).split('\n')).toEqual([
    'Kebutuhan kami: Obat tidak sampai ke pulau.',
    'Berapa "Pasien yang mengambil obat" di tempat Anda sebelum dan sesudahnya? Di tempat kami sekarang 41,5 persen, target 80 persen.',
    'Sebabnya di tempat kami: Apotek jauh. Kapal jarang. Bagaimana hal itu diatasi di tempat Anda?',
    'Batas kami tentang biaya: Rp150 juta setahun. Berapa biaya menyiapkan dan menjalankannya?',
    'Apa yang pernah gagal, dan mengapa?',
  ])
})

test('a poor need leads to few questions, and a long one never to more than a request takes', () => {
  expect(visitQuestions(needContent.parse(gap)).split('\n')).toEqual([
    'Kebutuhan kami: Obat tidak sampai ke pulau.',
    'Apa yang pernah gagal, dan mengapa?',
  ])
  const long = 'sebab '.repeat(330)
  const limits = {
    staffLimit: 'x'.repeat(500),
    moneyLimit: 'x'.repeat(500),
    connectivityLimit: 'x'.repeat(500),
  }
  const questions = visitQuestions(needContent.parse({ ...gap, causes: long, ...limits }))
  const asked = { slot: 's', replication: 'REP-0001', people: '3', questions }
  expect([questions.length, visitRequestForm.safeParse(asked).success]).toEqual([3_000, true])
})

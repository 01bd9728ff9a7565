import { expect, test } from 'vitest'
import { agencies } from '@semai/testkit/cast'
import { deadEnds, goldenMatrix } from '@semai/testkit/golden-matrix'
import { correctionForm, correctionStepForm, sourceLinks } from './correction.form.ts'
import { correctionLifecycle } from './correction.lifecycle.ts'

const owned = { ownerPath: [agencies.healthOffice, agencies.regency], provinceCode: null, isSender: true }

test('who may do what with a correction, in every state; the public stands for its sender', () => {
  expect(goldenMatrix(correctionLifecycle, (state) => ({ ...owned, state }))).toMatchInlineSnapshot(`
    "received --accept--> accepted: local admin, secretariat
    received --ask--> asked: local admin, secretariat
    received --decline--> declined: local admin, secretariat
    received --withdraw--> withdrawn: public, command line
    asked --accept--> accepted: local admin, secretariat
    asked --decline--> declined: local admin, secretariat
    asked --reply--> received: public, command line
    asked --withdraw--> withdrawn: public, command line"
  `)
})

test('without the link the public may do nothing', () => {
  const matrix = goldenMatrix(correctionLifecycle, (state) => ({ ...owned, state, isSender: false }))
  expect(matrix.split('\n').filter((line) => line.includes('public'))).toEqual([])
})

test('every state can be reached, and left unless it is an end', () => {
  expect(deadEnds(correctionLifecycle, ['accepted', 'declined', 'withdrawn'])).toEqual({
    unreachable: [],
    stuck: [],
  })
})

test('the field that nobody sees has to stay empty', () => {
  const said = { wrong: 'Tahunnya salah tulis', right: '2019', source: 'Perbup 12/2019' }
  expect(correctionForm.safeParse({ ...said, contact: '', website: '' }).success).toBe(true)
  expect(correctionForm.safeParse({ ...said, website: 'https://jual.test' }).success).toBe(false)
})

test.each([
  ['/inovasi/antar-obat', '/inovasi/antar-obat'],
  ['https://contoh.test/en/inovasi/antar-obat', '/inovasi/antar-obat'],
  ['', ''],
  ['//jahat.test/inovasi/x', null],
  ['/akun', null],
  ['javascript:alert(1)', null],
])('the page of the change %s is %s', (typed, path) => {
  const parsed = correctionStepForm.safeParse({ step: 'accept', change: typed })
  expect(parsed.success ? parsed.data.change : null).toBe(path)
})

test('addresses in a source are found between its words', () => {
  expect(sourceLinks('Lihat https://contoh.test/a dan javascript:x')).toEqual(['https://contoh.test/a'])
})

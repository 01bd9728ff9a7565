import { withoutPersonal } from '@semai/domain/complaints/without-personal'
import { expect, test } from 'vitest'
import { labelledComplaints, labelledFiles, leftIn, ordinaryWords } from './labelled-complaints.ts'
import { shippedComplaintWords } from './shipped-complaint-words.ts'

const words = shippedComplaintWords()
const cleaned = labelledFiles.map((file) =>
  labelledComplaints(file).map((one) => ({ one, text: withoutPersonal(one.text, words) })),
)

test('there are at least 200 texts, most of them with personal data', () => {
  const all = cleaned.flat()
  expect(all.length).toBeGreaterThanOrEqual(200)
  expect(all.filter(({ one }) => one.personal.length > 0).length).toBeGreaterThanOrEqual(150)
})

test('of the personal data of the labelled texts nothing that tells is left', () => {
  expect(cleaned.flat().flatMap(({ one, text }) => leftIn(text, one).map((word) => [word, text]))).toEqual([])
})

test('at most one in twenty ordinary words is lost where rules were made, one in ten where they were not', () => {
  const shares = cleaned.map((file) => {
    const counts = file.map(({ one, text }) => ordinaryWords(text, one))
    const lost = counts.reduce((sum, count) => sum + count.lost.length, 0)
    return lost / counts.reduce((sum, count) => sum + count.words, 0)
  })
  expect(shares[0]).toBeLessThan(0.05)
  expect(shares[1]).toBeLessThan(0.1)
})

test.each([
  ['SAYA SUTINAH MAU LAPOR LAMPU MATI', 'SAYA … MAU LAPOR LAMPU MATI'],
  ['a.n. Bintang Cahaya, jalan rusak', 'atas nama …, jalan rusak'],
  ['Jalan rusak. Terima kasih\nIndah Permata Sari', 'Jalan rusak. Terima kasih\n…'],
  ['Kantor Dinas Kesehatan tutup', 'Kantor Dinas Kesehatan tutup'],
  ['tolong pak sabar di loket', 'tolong pak … di loket'],
])('%s', (text, left) => {
  expect(withoutPersonal(text, words)).toBe(left)
})

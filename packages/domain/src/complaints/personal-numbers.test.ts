import { expect, test } from 'vitest'
import { withoutNumbers } from './personal-numbers.ts'

test.each([
  ['hub 0812-3456-7890 ya', 'hub … ya'],
  ['hp +62 (812) 3456 7890', 'hp …'],
  ['o812 33l4 5566', '…'],
  ['0812xxxx7890', '…'],
  ['nol delapan satu dua tiga', '…'],
  ['NIK 33 7401 250987 0003', 'NIK …'],
  ['kk saya 12A4', 'kk …'],
  ['budi @ mail.co.id', '…'],
  ['budi at mail dot com', '…'],
  ['lihat https://contoh.test/a?b=1', 'lihat …'],
  ['ig: @budi_s', 'ig: …'],
  ['motor AB 4567 KL', 'motor …'],
  ['di RT 03/RW 02 sini', 'di … sini'],
  ['usia 70 harus', 'usia … harus'],
  ['3 Februari 2024', '…'],
  ['17-08-1945', '…'],
  ['503/1187/PTSP/2024', '…'],
])('%s', (text, left) => {
  expect(withoutNumbers(text)).toBe(left)
})

test.each([
  'sejak 2023',
  'Rp1.500.000',
  '350.000 rupiah',
  'jam 08.30',
  '1500 orang',
  '3 kali',
  'dua puluh orang',
])('%s says nothing of a person and stays', (text) => {
  expect(withoutNumbers(text)).toBe(text)
})

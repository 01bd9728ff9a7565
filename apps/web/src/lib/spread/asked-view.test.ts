import { expect, test } from 'vitest'
import { askedView, viewPath } from './asked-view.ts'

const read = (address: string) => askedView(new URL(address, 'https://contoh.test'))

test.each([
  '/penyebaran',
  '/penyebaran?inovasi=PRG-MPP',
  '/penyebaran?inovasi=PRG-MPP&inovasi=INV-0001',
  '/penyebaran?program=layanan-112&kekuatan=confirmed',
  '/penyebaran?instansi=kementerian-contoh&batas=saat-itu',
  '/penyebaran?daerah=jawa-timur',
  '/penyebaran?inovasi=PRG-MPP&banding=PRG-112&kekuatan=declared',
  '/penyebaran?inovasi=PRG-MPP&ramal=2022',
])('%s is read and written back as it was', (address) => {
  expect(viewPath(read(address))).toBe(address)
})

test('what can not be read is passed over', () => {
  expect(viewPath(read('/penyebaran?inovasi=&kekuatan=x&batas=x&ramal=abc&banding=PRG-112'))).toBe(
    '/penyebaran',
  )
  expect(viewPath(read('/penyebaran?inovasi=a%26b'))).toBe('/penyebaran?inovasi=a%26b')
})

test('an address can not make a long question', () => {
  const { scope } = read(`/penyebaran?inovasi=${'x'.repeat(5_000)}`)
  expect(scope).toEqual({ of: 'innovations', codes: ['x'.repeat(120)] })
})

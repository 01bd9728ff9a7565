import { expect, test } from 'vitest'
import { siteAddress } from './site-address.ts'

test.each([
  [undefined, null],
  ['', null],
  ['https://semai.contoh.test', 'https://semai.contoh.test'],
  ['https://semai.contoh.test/', 'https://semai.contoh.test'],
  ['http://localhost:3000/masuk', 'http://localhost:3000'],
])('SEMAI_URL %s states the site %s', (stated, origin) => {
  expect(siteAddress({ SEMAI_URL: stated })).toBe(origin)
})

test.each(['semai.contoh.test', 'javascript:alert(1)', 'https://'])('SEMAI_URL %s is refused', (stated) => {
  expect(() => siteAddress({ SEMAI_URL: stated })).toThrow('must be an address')
})

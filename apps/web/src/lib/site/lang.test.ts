import { describe, expect, test } from 'vitest'
import { href, langOf, plainPath } from './lang.ts'

describe('the language of a path', () => {
  test.each([
    ['/', 'id', '/'],
    ['/katalog', 'id', '/katalog'],
    ['/en', 'en', '/'],
    ['/en/katalog', 'en', '/katalog'],
    ['/energi', 'id', '/energi'],
    ['/en//example.org/', 'en', '/example.org/'],
    ['//example.org', 'id', '/example.org'],
  ])('%s is %s and plainly %s', (path, lang, plain) => {
    expect([langOf(path), plainPath(path)]).toEqual([lang, plain])
  })
})

describe('an address in a language', () => {
  test.each([
    ['id', '/katalog?q=ktp', '/katalog?q=ktp'],
    ['en', '/katalog?q=ktp', '/en/katalog?q=ktp'],
    ['en', '/', '/en'],
    ['en', '/?tahun=2020', '/en?tahun=2020'],
    ['id', '/inovasi/\u2028\ud800 a/kelola#b', '/inovasi/%E2%80%A8%EF%BF%BD%20a/kelola#b'],
    ['en', '/inovasi/🌱', '/en/inovasi/%F0%9F%8C%B1'],
    ['en', '#isi', '#isi'],
    ['en', 'https://www.geonames.org/', 'https://www.geonames.org/'],
  ] as const)('%s %s is %s', (lang, path, expected) => {
    expect(href(lang, path)).toBe(expected)
  })
})

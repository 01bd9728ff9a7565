import { expect, test } from 'vitest'
import { innovationFilterForm } from '@semai/domain/innovations/innovation-filter.form'
import { addressOf, without } from './address.ts'

const fields = innovationFilterForm.parse({ provinsi: ['51', '35'], q: 'kartu anak', dari: '2020' })
const plain = { view: 'daftar', limit: 20 } as const

test('one question has one address', () => {
  expect(addressOf(innovationFilterForm.parse({}), plain)).toBe('/katalog')
  expect(addressOf(fields, plain)).toBe('/katalog?q=kartu+anak&dari=2020&provinsi=51&provinsi=35')
  expect(addressOf(fields, { view: 'peta', limit: 50, cursor: 'abc' })).toBe(
    '/katalog?q=kartu+anak&dari=2020&provinsi=51&provinsi=35&tampilan=peta&baris=50&lanjut=abc',
  )
})

test('a choice can be taken away alone', () => {
  expect(addressOf(without(fields, 'provinsi', '51'), plain)).toBe(
    '/katalog?q=kartu+anak&dari=2020&provinsi=35',
  )
  expect(addressOf(without(fields, 'q'), plain)).toBe('/katalog?dari=2020&provinsi=51&provinsi=35')
})

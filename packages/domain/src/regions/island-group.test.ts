import { expect, test } from 'vitest'
import { islandGroupNames, islandGroupOf } from './island-group.ts'

test('every province lies in one island group', () => {
  const provinces = {
    sumatera: '11 12 13 14 15 16 17 18 19 21',
    jawa: '31 32 33 34 35 36',
    'bali-nusa-tenggara': '51 52 53',
    kalimantan: '61 62 63 64 65',
    sulawesi: '71 72 73 74 75 76',
    maluku: '81 82',
    papua: '91 92 93 94 95 96',
  }
  expect(Object.keys(provinces)).toEqual(islandGroupNames)
  for (const [group, codes] of Object.entries(provinces))
    expect(codes.split(' ').map(islandGroupOf)).toEqual(codes.split(' ').map(() => group))
  expect(Object.values(provinces).join(' ').split(' ').length).toBe(38)
})

test('a code of no province is refused', () => {
  expect(() => islandGroupOf('45.01')).toThrow('no island group has code 45.01')
})

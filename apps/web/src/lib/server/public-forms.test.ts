import { expect, test } from 'vitest'
import { now } from '@semai/testkit/scene'
import { correctionTexts } from '#lib/texts/correction.ts'
import { refuseFlood } from './public-forms.ts'

const send = (address: string, minutes = 0) => {
  const locals = { now: new Date(now.getTime() + minutes * 60_000) }
  try {
    refuseFlood({ getClientAddress: () => address, locals })
    return 'taken'
  } catch (problem) {
    return (problem as Error).message
  }
}

test('twenty forms of one network are taken at once, then one a minute; other networks are not held up', () => {
  const first = Array.from({ length: 20 }, () => send('192.0.2.1'))
  expect(new Set(first)).toEqual(new Set(['taken']))
  expect(send('192.0.2.1')).toBe(correctionTexts.en.flood)
  expect(send('192.0.2.2')).toBe('taken')
  expect([send('192.0.2.1', 1), send('192.0.2.1', 1)]).toEqual(['taken', correctionTexts.en.flood])
})

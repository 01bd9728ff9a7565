import { expect, test } from 'vitest'
import { isReplyTimeOver, replyDaysFrom } from './right-of-reply.ts'

test('citizens read it once the agency replied or had its time, and not before', () => {
  const open = { shownFrom: '2026-04-01', reply: null }
  expect(isReplyTimeOver(open, '2026-03-31')).toBe(false)
  expect(isReplyTimeOver(open, '2026-04-01')).toBe(true)
  expect(isReplyTimeOver({ ...open, reply: 'Pindah gedung.' }, '2026-03-02')).toBe(true)
})

test('the days are 30 unless set, and a mistake is told', () => {
  expect([replyDaysFrom({}), replyDaysFrom({ SEMAI_REPLY_DAYS: ' 14 ' })]).toEqual([30, 14])
  for (const wrong of ['x', '-1', '366', '1.5']) {
    expect(() => replyDaysFrom({ SEMAI_REPLY_DAYS: wrong })).toThrow(RangeError)
  }
})

import { expect, test } from 'vitest'
import { measure, withBrowser } from '../../../prove/lighthouse/measure.ts'
import { at } from './walk.ts'

test('Lighthouse has nothing to say against accessibility, practices and findability of a page', async () => {
  const asked = ['accessibility', 'best-practices', 'seo'] as const
  const { scores, lost } = await withBrowser((port) =>
    measure(at('/daerah/kabupaten-banyuwangi'), port, asked),
  )
  expect({ scores, lost }).toEqual({
    scores: { accessibility: 100, 'best-practices': 100, seo: 100 },
    lost: [],
  })
})

import { expect, test } from 'vitest'
import { at, fetchText } from './walk.ts'

type Described = { paths: Record<string, { get?: unknown }> }

/** Everything a reader gets but the moment. With a cookie, whatever it is, the framework answers. */
async function got(path: string, headers: Record<string, string>) {
  const answer = await fetch(at(path), { headers })
  const kept = [...answer.headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name))
  return { status: answer.status, headers: kept, text: await answer.text() }
}

test('a read of the API has one answer, with the framework and without it', async () => {
  const { text } = await fetchText('/api/openapi.json')
  const { paths } = JSON.parse(text) as Described
  const reads = Object.keys(paths).filter((path) => paths[path]!.get && !path.includes('{'))
  expect(reads).toContain('/api/inovasi')
  for (const path of reads) {
    const { headers } = await got(path, { cookie: 'a=1' }) // its handler is loaded now
    const etag = new Map(headers).get('etag') ?? ''
    for (const search of ['', '?limit=2', '?limit=0', '?tak=dikenal&lang=en']) {
      for (const asked of [{}, { 'accept-encoding': 'identity' }, { 'if-none-match': etag }]) {
        const plain = await got(path + search, asked)
        expect(plain, `${path}${search}`).toEqual(await got(path + search, { ...asked, cookie: 'a=1' }))
      }
    }
  }
})

import type { RequestEvent } from '@sveltejs/kit'
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { publicActor } from '@semai/domain/people/actor'
import type { Actor } from '@semai/domain/people/actor'
import { cast } from '@semai/testkit/cast'
import { problemOf } from '#lib/api/problem.ts'
import { errorTexts } from '#lib/texts/errors.ts'
import { access } from './access.ts'
import { listedRules, routeRules, ruleOf } from './route-rules.ts'

const folder = join(import.meta.dirname, '../../routes')

/** Everything that can be asked of the routes on disk: pages, methods of endpoints, actions of forms. */
function askedOnDisk(): string[] {
  const asked = readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap(
    ({ name, parentPath }) => {
      const id = `/${relative(folder, parentPath)}`.replace(/\/\([^)]*\)/g, '') || '/'
      const text = /^\+(page\.server|server)\.ts$/.test(name)
        ? readFileSync(join(parentPath, name), 'utf8')
        : ''
      if (name === '+page.svelte') return [id]
      if (name === '+server.ts')
        return methodsIn(text).map((method) => (method === 'GET' ? id : `${id} ${method}`))
      return actionsIn(text).map((action) => `${id} ?/${action}`)
    },
  )
  return [...new Set(asked)].sort()
}

function methodsIn(text: string): string[] {
  const found = [...text.matchAll(/export (?:const|async function|function) (GET|PUT|POST|PATCH|DELETE)\b/g)]
  return found.map(([, method]) => method!)
}

/** The names of `export const actions`, which stand two spaces in. */
function actionsIn(text: string): string[] {
  const body = /export const actions[^=]*= \{\n([\s\S]*?)\n\}/.exec(text)?.[1] ?? ''
  return [...body.matchAll(/^ {2}(?:async )?(\w+)(?=[:(,])/gm)].map(([, name]) => name!)
}

test('every page, method and form action has a rule, and every rule something it rules', () => {
  expect(askedOnDisk().length).toBeGreaterThan(40)
  expect(
    listedRules()
      .map(([name]) => name)
      .sort(),
  ).toEqual(askedOnDisk())
})

const all = Object.keys(cast)
/** Who each rule that the table uses lets through: a new rule needs a line. */
const allowed: Record<string, string[]> = {
  everyone: all,
  'auditors and the administrator of the platform': ['auditor', 'administrator'],
  'the administrator of the platform': ['administrator'],
  'the secretariat or the administrator of the platform': ['command line', 'secretariat', 'administrator'],
  'local administrators, hubs, the secretariat and the administrator of the platform': [
    'local admin',
    'local admin elsewhere',
    'hub',
    'secretariat',
    'administrator',
  ],
  'authors, local administrators, hubs, co-managers and the secretariat': [
    'author',
    'author elsewhere',
    'local admin',
    'local admin elsewhere',
    'hub',
    'co-manager',
    'secretariat',
  ],
  'authors, local administrators and heads': [
    'author',
    'author elsewhere',
    'local admin',
    'local admin elsewhere',
    'head',
  ],
  'local administrators': ['local admin', 'local admin elsewhere'],
  'heads of institutions': ['head'],
  'local administrators and the administrator of the platform': [
    'local admin',
    'local admin elsewhere',
    'administrator',
  ],
  'a hub': ['hub'],
  'a ministry in charge or the secretariat': ['sector ministry', 'secretariat'],
  'the secretariat': ['secretariat'],
  'a hub, a sector ministry or the secretariat': ['hub', 'sector ministry', 'secretariat'],
  'whoever has signed in': all.filter((name) => !['public', 'command line'].includes(name)),
}

test.each(listedRules())('%s is open to whom its rule names', (_, { says, allows }) => {
  const through = Object.entries(cast).flatMap(([label, actor]) => (allows(actor, null) ? [label] : []))
  expect(through).toEqual(allowed[says.en])
})

type Asked = { actor?: Actor; method?: string; search?: string; headers?: Record<string, string> }

/** What the hook does with a request for a route: what was answered, a status, or where it leads. */
async function ask(
  id: string | null,
  { actor = publicActor, method = 'GET', search = '', headers = {} }: Asked = {},
) {
  const url = new URL(`https://contoh.test${id ?? '/lain'}${search}`)
  const session = actor.personId === null ? null : { id: 's' }
  const locals = { actor, session, lang: 'id', origin: url.origin }
  const request = new Request(url, { method, headers })
  const event = { route: { id }, url, request, locals } as unknown as RequestEvent
  try {
    const response = await access({ event, resolve: () => Promise.resolve(new Response('answered')) })
    return response.ok ? await response.text() : ((await response.json()) as unknown)
  } catch (problem) {
    const { status, location } = problem as { status: number; location?: string }
    return location ?? status
  }
}

test('a route without a rule is not there', async () => {
  expect(await ask('/katalog')).toBe('answered')
  expect(await ask(null)).toBe('answered')
  expect(await ask('/rahasia')).toBe(404)
  expect(await ask('toString')).toBe(404)
})

test('who has not signed in is sent to do so, and brought back', async () => {
  expect(await ask('/akun', { search: '?a=1' })).toBe('/masuk?lanjut=%2Fakun%3Fa%3D1')
  expect(await ask('/akun', { actor: cast.author })).toBe('answered')
})

test('an action without a rule is not there, whoever asks', async () => {
  const post = { method: 'POST', headers: { origin: 'https://contoh.test' } }
  expect(await ask('/masuk', post)).toBe('answered')
  expect(await ask('/masuk', { ...post, search: '?/rahasia' })).toBe(404)
  expect(await ask('/katalog', post)).toBe(404)
  expect(await ask('/akun', { ...post, search: '?/end' })).toBe(404)
  expect(await ask('/akun', { ...post, search: '?/end', actor: cast.author })).toBe('answered')
})

test('a person is told so in a sentence of their language', async () => {
  const request = new Request('https://contoh.test/en/kelola/orang')
  const locals = { actor: cast.author, session: { id: 's' }, lang: 'en' }
  const event = { route: { id: '/kelola/orang' }, url: new URL(request.url), request, locals }
  const asked = { event: event as unknown as RequestEvent, resolve: () => Promise.resolve(new Response()) }
  await expect((async () => access(asked))()).rejects.toMatchObject({
    status: 404,
    body: { message: errorTexts.en.notFound.says },
  })
})

test('a program is told what is not there or not for it by a problem with its sentence', async () => {
  const post = { method: 'POST', headers: { origin: 'https://contoh.test' } }
  expect(await ask('/api/[...path]', post)).toEqual(problemOf('not-found', 'id'))
  const elsewhere = { method: 'POST', actor: cast.author, headers: { origin: 'https://jahat.test' } }
  expect(await ask('/api/naskah', elsewhere)).toEqual(problemOf('forbidden', 'id'))
})

test.each([
  [{ origin: 'https://jahat.test' }, 403],
  [{ origin: 'null' }, 403],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{}, 403],
  [{ origin: 'https://contoh.test' }, 'answered'],
  [{ 'sec-fetch-site': 'same-origin' }, 'answered'],
] as const)('a change asked for with %j by a browser that is signed in: %s', async (headers, answer) => {
  const asked = { method: 'POST', search: '?/end', actor: cast.author, headers }
  expect(await ask('/akun', asked)).toBe(answer)
})

test('a planted route without a rule is found', () => {
  const withPlanted = [...askedOnDisk(), '/tanam'].sort()
  expect(
    listedRules()
      .map(([name]) => name)
      .sort(),
  ).not.toEqual(withPlanted)
  expect(ruleOf('/tanam', 'GET')).toBeUndefined()
  expect(Object.keys(routeRules)).not.toContain('/tanam')
})

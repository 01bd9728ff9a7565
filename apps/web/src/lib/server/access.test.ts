import type { RequestEvent } from '@sveltejs/kit'
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { publicActor } from '@semai/domain/people/actor'
import { cast } from '@semai/testkit/cast'
import { access } from './access.ts'
import { routeRules } from './route-rules.ts'

const folder = join(import.meta.dirname, '../../routes')

/** The ids of the routes that exist, as SvelteKit forms them from folders. */
function routesOnDisk(): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  const ids = files
    .filter(({ name }) => /^\+(page|page\.server|server)\.(svelte|ts)$/.test(name))
    .map(({ parentPath }) => `/${relative(folder, parentPath)}`.replace(/\/\([^)]*\)/g, '') || '/')
  return [...new Set(ids)].sort()
}

test('every route has a rule, and every rule a route', () => {
  expect(routesOnDisk().length).toBeGreaterThan(20)
  expect(Object.keys(routeRules).sort()).toEqual(routesOnDisk())
})

/** Who each rule that the table uses lets through: a new rule needs a line. */
const allowed: Record<string, Record<string, boolean>> = {
  everyone: { public: true, 'command line': true },
}

test.each(Object.entries(routeRules))('%s is open to whom its rule names', (_, { says, allows }) => {
  const answers = Object.entries(cast).map(([label, actor]) => [label, allows(actor, null)])
  expect(Object.fromEntries(answers)).toEqual(allowed[says])
})

/** What the hook does with a request for a route. */
async function ask(id: string | null): Promise<string | number> {
  const event = { route: { id }, locals: { actor: publicActor } } as unknown as RequestEvent
  try {
    const response = await access({ event, resolve: () => Promise.resolve(new Response('answered')) })
    return await response.text()
  } catch (problem) {
    return (problem as { status: number }).status
  }
}

test('a route without a rule is not there', async () => {
  expect(await ask('/katalog')).toBe('answered')
  expect(await ask(null)).toBe('answered')
  expect(await ask('/rahasia')).toBe(404)
  expect(await ask('toString')).toBe(404)
})

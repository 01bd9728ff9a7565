import { defineConfig } from 'vitest/config'

const common = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 20_000 } }, // the second that is usual passes unnoticed on a busy machine
  pool: 'forks' as const,
}

/** No database, no browser: these start at once, and share what they import. */
const pure = {
  ...common,
  isolate: false,
  name: 'pure',
  include: ['packages/{domain,analytics}/src/**/*.test.ts', 'tools/**/*.test.ts', '*.test.ts'],
}

/** On one embedded cluster for the whole run. */
const main = {
  ...common,
  isolate: false,
  name: 'main',
  include: ['packages/{store,testkit}/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'prove/**/*.test.ts'],
  globalSetup: ['packages/testkit/src/embedded-server.ts'],
}

/** The store once more, on Debian's PostgreSQL 15; the embedded server's own tests have no place there. */
const store15 = {
  ...common,
  isolate: false,
  name: 'store-15',
  include: ['packages/store/src/**/*.test.ts'],
  exclude: ['packages/store/src/db/cluster*.test.ts'],
  globalSetup: ['packages/testkit/src/postgres-15-server.ts'],
}

/** Browsers against the built site. */
const walks = {
  ...common,
  name: 'walks',
  include: ['apps/web/walks/**/*.test.ts'],
  globalSetup: ['apps/web/walks/served-site.ts'],
  testTimeout: 120_000,
  hookTimeout: 180_000,
}

// These need more than npm brings; `npm test` names those the machine can run. By hand: SEMAI_TEST_SUITES=store-15
const named = process.env['SEMAI_TEST_SUITES'] ?? ''
const projects = [pure, main, ...[walks, store15].filter(({ name }) => named.includes(name))]

// The runner leaves one processor to itself, which of two is half the machine.
export default defineConfig({ test: { maxWorkers: '100%', projects: projects.map((test) => ({ test })) } })

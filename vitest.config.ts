import { defineConfig } from 'vitest/config'

const common = { testTimeout: 30_000, hookTimeout: 60_000, pool: 'forks' as const }

/** No database, no browser: these start at once. */
const pure = {
  ...common,
  name: 'pure',
  include: ['packages/{domain,analytics}/src/**/*.test.ts', 'tools/**/*.test.ts', '*.test.ts'],
}

/** On one embedded cluster for the whole run. */
const main = {
  ...common,
  name: 'main',
  include: ['packages/{store,testkit}/src/**/*.test.ts', 'apps/*/src/**/*.test.ts'],
  globalSetup: ['packages/testkit/src/embedded-server.ts'],
}

/** The store once more, on Debian's PostgreSQL 15; the embedded server's own tests have no place there. */
const store15 = {
  ...common,
  name: 'store-15',
  include: ['packages/store/src/**/*.test.ts'],
  exclude: ['packages/store/src/db/cluster*.test.ts'],
  globalSetup: ['packages/testkit/src/postgres-15-server.ts'],
}

const projects = process.env['SEMAI_TEST_POSTGRES_15'] === '1' ? [pure, main, store15] : [pure, main]

export default defineConfig({ test: { projects: projects.map((test) => ({ test })) } })

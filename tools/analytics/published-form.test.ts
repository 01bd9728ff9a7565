import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicExports } from './public-exports.ts'
import { writePublishedForm } from './published-form.ts'

const root = resolve(import.meta.dirname, '../..')
/** A project of somebody else, with the package installed and nothing of this repository near. */
const project = mkdtempSync(join(tmpdir(), 'semai-published-'))
const installed = join(project, 'node_modules/@semai/analytics')
let written: string[] = []

beforeAll(() => {
  written = writePublishedForm(root, installed)
}, 180_000) // a compiler, on machines that have other work too
afterAll(() => rmSync(project, { recursive: true, force: true }))

/** The survival of four people, of whom the second left early: 3/4, then half of it, then nothing. */
const script = `
  import * as all from '@semai/analytics'
  import { kaplanMeier } from '@semai/analytics/survival/kaplan-meier'
  const { survival } = kaplanMeier({ stop: [1, 2, 3, 4], event: [1, 0, 1, 1] })
  console.log(JSON.stringify({ same: all.kaplanMeier === kaplanMeier, survival: [...survival], names: Object.keys(all) }))`

test('the package runs in plain Node, from the index as from a module', () => {
  const names = publicExports(root).flatMap(({ name, kind }) => (kind === 'type' ? [] : [name]))
  expect(JSON.parse(run(script))).toEqual({
    same: true,
    survival: [0.75, 0.75, 0.375, 0],
    names: names.sort(),
  })
})

test('what the index does not name can not be imported', () => {
  const inner = `await import('@semai/analytics/numbers/cholesky').catch(({ code }) => console.log(code))`
  expect(run(inner).trim()).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED')
})

test('its declarations hold in a strict project, which sees a wrong argument', () => {
  const uses = (event: string) =>
    problemsOf(`import { cox, type CoxFit } from '@semai/analytics'
      export const fit: CoxFit = cox({ stop: [1, 2, 3], event: ${event} }, [])`)
  expect(uses('[1, 1, 1]')).toEqual([])
  expect(uses(`'yes'`)).toHaveLength(1)
}, 120_000)

test('it has no dependency, no test and nothing that runs on installation', () => {
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >
  expect(Object.keys(manifest).sort()).toEqual([
    'description',
    'engines',
    'exports',
    'files',
    'keywords',
    'license',
    'name',
    'sideEffects',
    'type',
    'types',
    'version',
  ])
  expect(written.filter((path) => path.includes('.test.'))).toEqual([])
})

function run(code: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: project,
    encoding: 'utf8',
  })
}

function problemsOf(code: string): string[] {
  const path = join(project, 'uses.ts')
  writeFileSync(path, code)
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    types: [],
    lib: ['lib.es2024.d.ts'],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
  }
  return ts
    .getPreEmitDiagnostics(ts.createProgram([path], options))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { publicExports, sourceFolder } from './public-exports.ts'

/**
 * Writes `@semai/analytics` as it is published into `folder`, emptied first: plain JavaScript and declarations of what the
 * index reaches, one file for each source file, with a package.json that exports the index and every module it names.
 * Publish with `npm publish FOLDER`. Returns the paths below the folder; an Error says what does not compile.
 */
export function writePublishedForm(root: string, folder: string): string[] {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const written = compile(join(root, sourceFolder), folder)
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(root), null, 2)}\n`)
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  copyFileSync(join(root, 'packages/analytics/README.md'), join(folder, 'README.md'))
  return [...written, 'package.json', 'LICENSE', 'README.md'].sort()
}

function compile(source: string, folder: string): string[] {
  const options: ts.CompilerOptions = {
    rootDir: source,
    outDir: folder,
    declaration: true,
    strict: true,
    noEmitOnError: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
    types: [],
    lib: ['lib.es2024.d.ts'],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  }
  const program = ts.createProgram([join(source, 'index.ts')], options)
  const written: string[] = []
  const { diagnostics } = program.emit(undefined, (path, text) => {
    ts.sys.writeFile(path, text)
    written.push(path.slice(folder.length + 1).replaceAll('\\', '/'))
  })
  const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics]
  if (problems.length > 0) {
    const host = { getCanonicalFileName: (name: string) => name, getNewLine: () => '\n' }
    throw new Error(ts.formatDiagnostics(problems, { ...host, getCurrentDirectory: () => source }))
  }
  return written
}

/** The library is published for less old systems than the checkout installs on. */
const oldestNode = '>=22'

function manifest(root: string): Record<string, unknown> {
  const own = JSON.parse(readFileSync(join(root, 'packages/analytics/package.json'), 'utf8')) as Record<
    string,
    unknown
  >
  const { name, version, description, keywords, license, type, sideEffects } = own
  const modules = publicExports(root).flatMap(({ kind, module }) => (kind === 'type' ? [] : [module]))
  const exported = (path: string) => ({ types: `./${path}.d.ts`, default: `./${path}.js` })
  return {
    name,
    version,
    description,
    keywords,
    license,
    type,
    sideEffects,
    engines: { node: oldestNode },
    exports: {
      '.': exported('index'),
      ...Object.fromEntries(modules.map((module) => [`./${module}`, exported(module)])),
      './package.json': './package.json',
    },
    types: './index.d.ts',
    files: ['**/*.js', '**/*.d.ts'],
  }
}

// Starts everything of this repository: `node run.mjs COMMAND`, or imported by the `semai` command.
// Needs Node 20.19 or later and nothing else: installs what is missing and runs the rest with the pinned Node.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = import.meta.dirname ?? fileURLToPath(new URL('.', import.meta.url))
const FLAGS = ['--disable-warning=ExperimentalWarning']
const SCRIPTS = {
  start: ['apps/cli/src/main.ts', 'serve'],
  setup: ['apps/cli/src/main.ts', 'setup'],
  test: ['tools/test.ts'],
  demo: ['tools/demo.ts'],
  dev: ['tools/dev.ts'],
  check: ['tools/check.ts'],
  docs: ['tools/docs.ts'],
  gallery: ['tools/gallery.ts'],
  build: (/** @type {string} */ what) => [`tools/build-${what}.ts`],
  bench: (/** @type {string} */ what) => [`bench/${what}.ts`],
  prove: (/** @type {string} */ what) => [`prove/${what}.ts`],
}

await main(process.argv.slice(2))

/** @param {string[]} argv */
async function main(argv) {
  const entry = isSemai() ? ['apps/cli/src/main.ts', ...argv] : scriptOf(argv)
  if (!entry) return
  if (!installed() && !install()) return
  process.exitCode = await run([...FLAGS, join(root, /** @type {string} */ (entry[0])), ...entry.slice(1)])
}

/** `semai …` forwards every argument as it came; `node run.mjs …` names a script of package.json. */
function isSemai() {
  const started = process.argv[1] ?? ''
  return !/^run(\.mjs)?$/.test(started.split(/[\\/]/).at(-1) ?? '')
}

/** @param {string[]} argv */
function scriptOf([name, ...rest]) {
  const script = Object.hasOwn(SCRIPTS, name ?? '')
    ? SCRIPTS[/** @type {keyof typeof SCRIPTS} */ (name)]
    : undefined
  if (Array.isArray(script)) return [...script, ...rest]
  const what = rest[0] ?? ''
  if (script && /^[a-z-]+$/.test(what) && existsSync(join(root, script(what)[0] ?? ''))) {
    return [...script(what), ...rest.slice(1)]
  }
  console.error(
    script ? `There is no "${name} ${what}".` : `Usage: node run.mjs ${Object.keys(SCRIPTS).join('|')}`,
  )
  process.exitCode = 2
  return null
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

/** As recorded by our own installation, or found out about one made by hand with `npm ci`. */
function installed() {
  const mark = join(root, 'node_modules/.semai-lock')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lockHash()) return true
  const there = join(root, 'node_modules/.package-lock.json') // npm writes it last
  if (!existsSync(there) || !sameVersions(packagesOf(join(root, 'package-lock.json')), packagesOf(there)))
    return false
  record()
  return true
}

/** @typedef {{ version?: string, optional?: boolean, os?: string | string[], cpu?: string | string[], libc?: unknown }} Package */

/** @param {string} file @returns {Record<string, Package>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** @param {Record<string, Package>} wanted @param {Record<string, Package>} there */
function sameVersions(wanted, there) {
  return Object.entries(wanted).every(
    ([path, { version, optional, os, cpu, libc }]) =>
      !path.startsWith('node_modules/') ||
      there[path]?.version === version ||
      (optional && (libc || ![os ?? process.platform].flat().includes(process.platform))) ||
      (optional && ![cpu ?? process.arch].flat().includes(process.arch)),
  )
}

function record() {
  try {
    writeFileSync(join(root, 'node_modules/.semai-lock'), lockHash())
  } catch {
    // installed by somebody else; looked at again next time
  }
}

/** Packages run no scripts of their own while they are installed. */
function install() {
  console.error('Installing packages (a minute or so the first time)')
  const args = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const npm = process.env['npm_execpath']
  const [program, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const { status, error } = spawnSync(program, [...before, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2], // standard output belongs to the answer of the command
    env: withoutNpmState(process.env),
    shell: process.platform === 'win32' && program === 'npm',
  })
  if (status === 0) {
    record()
    return true
  }
  console.error(
    error
      ? `npm could not be started: ${error.message}`
      : 'npm could not install the packages; its message is above.',
  )
  process.exitCode = 1
  return false
}

/** What an outer `npm start` or `npx` sets must not steer the inner `npm ci`. @param {NodeJS.ProcessEnv} env */
function withoutNpmState(env) {
  const steering =
    /^npm_(config_(ignore_scripts|omit|include|offline|prefix|global|workspace.*|production)|command|lifecycle_.*|package_.*)$/i
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !steering.test(name) && name !== 'NODE_ENV'),
  )
}

/** The running Node where it will do, or the one that was installed with the packages. */
function node() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major === 24 && minor >= 7) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  try {
    const found = createRequire(import.meta.url).resolve(`node-${platform}-${process.arch}/package.json`)
    const binary = resolve(found, process.platform === 'win32' ? '../bin/node.exe' : '../bin/node')
    if (existsSync(binary)) return binary
  } catch {
    // not a platform the pinned Node is published for
  }
  return null
}

/**
 * Runs Node as a child, hands it the signals we get and ends as it ended.
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function run(args) {
  const program = node()
  if (!program) {
    console.error(
      `Semai runs on Node 24.7 or a later 24; this is ${process.version}, and no Node 24 for this platform was installed.`,
    )
    return Promise.resolve(1)
  }
  // The channel tells the child when we are gone without a signal. It carries nothing else.
  const child = spawn(program, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) {
    process.on(signal, () => child.kill(signal)) // after Ctrl-C in a terminal the child hears it twice: harmless
  }
  return new Promise((done) => {
    child.once('error', (problem) => {
      console.error(`Node could not be started: ${problem.message}`)
      done(1)
    })
    child.once('exit', (code, signal) => done(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}

import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type Outcome = { ok: boolean; output: string }

/**
 * Runs the executable of an installed package with the Node that runs this, so that no PATH and no shell decides
 * which version it is. `command` is `<package>[:<binary>]`.
 */
export function runCommand(command: string, args: readonly string[], folder: string): Promise<Outcome> {
  const [name = '', binary = name] = command.split(':')
  return new Promise((done) => {
    const child = spawn(process.execPath, [executable(name, binary, folder), ...args], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (problem) => done({ ok: false, output: problem.message }))
    child.on('close', (code) => done({ ok: code === 0, output: output.trim() }))
  })
}

/** `exports` fields hide package.json files, so the package's folder is looked for from `folder` upwards. */
function executable(name: string, binary: string, folder: string): string {
  const require = createRequire(join(folder, 'x.js'))
  for (const place of require.resolve.paths(name) ?? []) {
    const path = join(place, name, 'package.json')
    try {
      const { bin } = require(path) as { bin: string | Record<string, string> }
      return join(dirname(path), typeof bin === 'string' ? bin : (bin[binary] ?? ''))
    } catch {
      // not in this node_modules; look one folder up
    }
  }
  throw new Error(`${name} is not installed: run "npm run setup" first.`)
}

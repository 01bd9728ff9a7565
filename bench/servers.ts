import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { startWebServer } from '../apps/cli/src/web-server.ts'

/** A server under measurement, in a process of its own. */
export type Measured = { origin: string; stop(): Promise<void> }

const root = join(import.meta.dirname, '..')

/** The bare server of `bench/bare` on a database; `sends` says how its statements go there. */
export function startBare(database: string, port: number, sends: 'pooled' | 'piped'): Promise<Measured> {
  return start(join(root, 'bench/bare/server.ts'), [String(port), sends], { SEMAI_DATABASE: database }, port)
}

/** The built product on a database, as `semai serve` starts it; its rate limit counts but never refuses here. */
export async function startProduct(database: string, port: number): Promise<Measured> {
  const unlimited = { SEMAI_API_PER_MINUTE: '1000000000', SEMAI_API_BURST: '1000000000' }
  const env = { ...process.env, SEMAI_DATABASE: database, ...unlimited }
  const { url, stop } = await startWebServer({ host: '127.0.0.1', port }, env)
  return { origin: url, stop }
}

async function start(
  file: string,
  argv: string[],
  env: Record<string, string>,
  port: number,
): Promise<Measured> {
  const child = fork(file, argv, {
    env: { ...process.env, ...env },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const [said] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${file} ended before it answered`))),
  ])) as [unknown]
  if (typeof said === 'object' && said !== null && 'failed' in said)
    throw new Error(`${file}: ${JSON.stringify(said)}`)
  return { origin: `http://127.0.0.1:${port}`, stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

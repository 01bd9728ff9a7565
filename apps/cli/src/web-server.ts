import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Environment } from '@semai/store/db/environment'
import { Trouble } from '@semai/store/db/trouble'
import { webHandler } from './web-build.ts'
import type { WebMessage } from './web-process.ts'

/** Where the site listens: HOST and PORT, or this machine only at 3000. Port 0 takes any free one. */
export type Address = { host: string; port: number }

/** A site that answers. */
export type WebServer = {
  url: string
  /** Resolves with a sentence when the process ends without being asked to. */
  ended: Promise<string>
  /** Answers what is running, then ends. */
  stop(): Promise<void>
}

const PATIENCE_MS = 10_000

/** @throws Trouble when PORT is not a port. */
export function addressFrom(env: Environment): Address {
  const port = Number(env['PORT'] ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Trouble(`PORT is "${env['PORT']}"; it must be a number from 0 to 65535.`)
  }
  return { host: env['HOST'] ?? '127.0.0.1', port }
}

/** @throws Trouble when nothing may listen at the address; asked before the long steps of a start. */
export async function refuseTakenPort({ host, port }: Address): Promise<void> {
  const probe = createServer()
  const problem = await new Promise<NodeJS.ErrnoException | null>((done) => {
    probe.once('error', done).listen(port, host, () => done(null))
  })
  if (problem) throw listenTrouble({ host, port }, problem.code ?? problem.message)
  await new Promise((done) => probe.close(done))
}

/** What lives for one request only fits a young generation of this size, so little of it is copied. */
export const webProcessFlags = ['--max-semi-space-size=64', '--min-semi-space-size=32']

/**
 * The built site answers at the address, in a process of its own.
 * @throws Trouble when it can not listen there or ends before it does.
 */
export async function startWebServer(address: Address, env: Environment): Promise<WebServer> {
  const child = fork(
    join(import.meta.dirname, 'web-process.ts'),
    [webHandler, address.host, String(address.port)],
    {
      env: { ...env, NODE_ENV: 'production' },
      execArgv: [...process.execArgv, ...webProcessFlags],
      stdio: ['ignore', 2, 2, 'ipc'],
    },
  )
  const exit = new Promise<number | null>((done) => child.once('exit', done))
  const first = await Promise.race([firstMessage(child), exit.then(() => null)])
  if (first === null) throw new Trouble('The site ended before it answered; the reason is above.')
  if ('failed' in first) throw listenTrouble(address, first.failed || first.says)

  const host = address.host.includes(':') ? `[${address.host}]` : address.host
  const ended = exit.then((code) => `The site ended by itself (exit code ${code}); the reason is above.`)
  return { url: `http://${host}:${first.listening}`, ended, stop: () => stop(child, exit) }
}

function firstMessage(child: ChildProcess): Promise<WebMessage> {
  return new Promise((done) => child.once('message', (message) => done(message as WebMessage)))
}

async function stop(child: ChildProcess, exit: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM')
  const lost = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  await exit
  clearTimeout(lost)
}

function listenTrouble({ host, port }: Address, code: string): Trouble {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use, perhaps by a Semai that runs already. Stop it, or choose another: PORT=${port + 1}.`,
    EACCES: `This account may not listen at port ${port}. Choose one above 1023 with PORT.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one it has, such as 127.0.0.1 or 0.0.0.0.`,
    ENOTFOUND: `The host "${host}" is not known. Set HOST to an address of this machine, such as 127.0.0.1.`,
  }
  return new Trouble(sentences[code] ?? `The site can not listen at ${host}:${port} (${code}).`)
}

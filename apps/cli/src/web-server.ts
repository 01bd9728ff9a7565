import cluster from 'node:cluster'
import type { Worker } from 'node:cluster'
import { createServer } from 'node:net'
import { availableParallelism } from 'node:os'
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

/** A process of the site costs about 150 MB; beyond four the database is what is waited for. */
const enoughProcesses = 4

/** How many processes answer: `SEMAI_WEB_PROCESSES`, or one a processor up to four. @throws Trouble for no count. */
export function webProcesses(env: Environment): number {
  const asked = env['SEMAI_WEB_PROCESSES']
  const count = asked === undefined ? Math.min(availableParallelism(), enoughProcesses) : Number(asked)
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count
  throw new Trouble(`SEMAI_WEB_PROCESSES is "${asked}"; it must be a number from 1 to 64.`)
}

/**
 * The built site answers at the address, in processes of its own that share it: connections go to them in turn.
 * One site at a time in one process: what `node:cluster` is told holds for all of it.
 * @throws Trouble when it can not listen there or one of them ends before it does.
 */
export async function startWebServer(address: Address, env: Environment): Promise<WebServer> {
  cluster.setupPrimary({
    exec: join(import.meta.dirname, 'web-process.ts'),
    args: [webHandler, address.host, String(address.port)],
    execArgv: [...process.execArgv, ...webProcessFlags],
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const count = webProcesses(env)
  const workers = Array.from({ length: count }, () =>
    cluster.fork({ ...env, NODE_ENV: 'production', SEMAI_WEB_PROCESSES: String(count) }),
  )
  const exits = workers.map((worker) => new Promise<number>((done) => worker.once('exit', done)))
  const stop = () => stopAll(workers, exits)
  try {
    const firsts = await Promise.all(
      workers.map((worker, i) => Promise.race([firstMessage(worker), exits[i]!.then(() => null)])),
    )
    const port = firsts.map((first) => listeningPort(first, address))[0]!
    passOn(workers)
    const host = address.host.includes(':') ? `[${address.host}]` : address.host
    const ended = Promise.race(exits).then(
      (code) => `The site ended by itself (exit code ${code}); the reason is above.`,
    )
    return { url: `http://${host}:${port}`, ended, stop }
  } catch (problem) {
    await stop()
    throw problem
  }
}

function listeningPort(first: WebMessage | null, address: Address): number {
  if (first === null) throw new Trouble('The site ended before it answered; the reason is above.')
  if ('failed' in first) throw listenTrouble(address, first.failed || first.says)
  return first.listening
}

function firstMessage(worker: Worker): Promise<WebMessage> {
  return new Promise((done) => worker.once('message', (message) => done(message as WebMessage)))
}

/** What one process tells the others goes through this one. */
function passOn(workers: readonly Worker[]): void {
  for (const teller of workers) {
    teller.on('message', (message) => {
      for (const worker of workers) if (worker !== teller && worker.isConnected()) worker.send(message)
    })
  }
}

async function stopAll(workers: readonly Worker[], exits: readonly Promise<unknown>[]): Promise<void> {
  for (const worker of workers) worker.process.kill('SIGTERM')
  const lost = setTimeout(() => workers.forEach((worker) => worker.process.kill('SIGKILL')), PATIENCE_MS)
  await Promise.all(exits)
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

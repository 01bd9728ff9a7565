// The process that answers requests. It knows the application's account only, never the owner's, and ends with
// the `semai serve` that started it, however that ends.
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { refuseUnread } from './unread-request.ts'
import { keepRequestsWritten } from './written-request.ts'
import { keepResponsesWritten, sendWritten } from './written-response.ts'

/** What this process tells its parent, once. */
export type WebMessage = { listening: number } | { failed: string; says: string }
type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown
/** What the adapter asks for an answer; it then sends it as a stream. */
type Site = { respond: (request: Request, asked: Asked) => Promise<Response> }
type Asked = { platform: { req: IncomingMessage }; getClientAddress: () => string }
/** What answers reads of the API before the adapter's site is asked; null when it is for the site. */
type PlainRead = (request: Request, asked: Asked) => Promise<Response> | null

const PROTOCOL = 'x-semai-protocol'
const DRAIN_MS = 5_000

const answering = new WeakMap<IncomingMessage, ServerResponse>()
const [handlerFile, host, port] = process.argv.slice(2)
// Behind a proxy the operator names the proxy's header; otherwise requests come as plain HTTP, and nobody else says.
const ownProtocol = process.env['PROTOCOL_HEADER'] === undefined
if (ownProtocol) process.env['PROTOCOL_HEADER'] = PROTOCOL

keepRequestsWritten()
keepResponsesWritten()
const { handler } = (await import(pathToFileURL(handlerFile!).href)) as { handler: Handler }
const beside = (file: string) => import(pathToFileURL(join(dirname(handlerFile!), file)).href)
const { server: site } = (await beside('adapter-node.js')) as { server: Site }
const { plainRead } = (await beside('server/plain-reads.js')) as { plainRead: PlainRead }
sendOurselves(site)
const server = createServer((request, response) => {
  if (ownProtocol) request.headers[PROTOCOL] = 'http'
  answering.set(request, response)
  if (stopping) response.setHeader('connection', 'close')
  handler(request, response, () => response.writeHead(404).end())
})
let stopping = false

process.once('SIGTERM', stop)
process.once('SIGINT', stop)
process.once('disconnect', stop)
server.on('clientError', refuseUnread)
server.once('error', (problem: NodeJS.ErrnoException) => {
  tell({ failed: problem.code ?? '', says: problem.message })
  stop()
})
server.listen(Number(port), host, () => tell({ listening: (server.address() as AddressInfo).port }))

/** What is written whole is sent here, at once; the adapter, which would stream it, is left waiting. */
function sendOurselves(site: Site): void {
  const { respond } = site
  site.respond = async (request, asked) => {
    const ofSite = () => respond(request, asked)
    const answer = await (plainRead(request, asked)?.catch(ofSite) ?? ofSite()) // a bug is the site's to report
    const { req } = asked.platform
    const isRead = req.method === 'GET' || req.method === 'HEAD'
    return isRead && sendWritten(answer, answering.get(req)!) ? new Promise<never>(() => undefined) : answer
  }
}

function tell(message: WebMessage): void {
  process.send?.(message)
}

/** Running requests are answered, new ones refused; what takes longer than five seconds is cut. */
function stop(): void {
  if (stopping) return
  stopping = true
  server.close(() => {
    process.emit('sveltekit:shutdown' as 'exit', 0) // the site closes its pool
    if (process.connected) process.disconnect()
  })
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref()
}

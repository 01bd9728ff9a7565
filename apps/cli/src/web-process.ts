// The process that answers requests. It knows the application's account only, never the owner's, and ends with
// the `semai serve` that started it, however that ends.
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'

/** What this process tells its parent, once. */
export type WebMessage = { listening: number } | { failed: string; says: string }
type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown

const PROTOCOL = 'x-semai-protocol'
const DRAIN_MS = 5_000

const [handlerFile, host, port] = process.argv.slice(2)
// Behind a proxy the operator names the proxy's header; otherwise requests come as plain HTTP, and nobody else says.
const ownProtocol = process.env['PROTOCOL_HEADER'] === undefined
if (ownProtocol) process.env['PROTOCOL_HEADER'] = PROTOCOL

const { handler } = (await import(pathToFileURL(handlerFile!).href)) as { handler: Handler }
const server = createServer((request, response) => {
  if (ownProtocol) request.headers[PROTOCOL] = 'http'
  if (stopping) response.setHeader('connection', 'close')
  handler(request, response, () => response.writeHead(404).end())
})
let stopping = false

process.once('SIGTERM', stop)
process.once('SIGINT', stop)
process.once('disconnect', stop)
server.once('error', (problem: NodeJS.ErrnoException) => {
  tell({ failed: problem.code ?? '', says: problem.message })
  stop()
})
server.listen(Number(port), host, () => tell({ listening: (server.address() as AddressInfo).port }))

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

// Serves the built site: `node apps/web/serve.ts` with HOST and PORT. Unlike `node build`, it takes a request without
// a proxy in front for what it is, plain http, so that form posts and whole addresses carry the right scheme.
import { createServer } from 'node:http'

process.env['PROTOCOL_HEADER'] ??= 'x-forwarded-proto'
const { handler } = (await import(new URL('./build/handler.js', import.meta.url).href)) as {
  handler: (request: unknown, response: unknown) => void
}

const host = process.env['HOST'] ?? '127.0.0.1'
const port = Number(process.env['PORT'] ?? 3000)
const server = createServer((request, response) => {
  request.headers['x-forwarded-proto'] ??= 'http'
  handler(request, response)
})

server.on('error', (trouble: NodeJS.ErrnoException) => {
  console.error(trouble.code === 'EADDRINUSE' ? `Port ${port} on ${host} is in use.` : trouble.message)
  process.exit(1)
})
server.listen(port, host, () => console.log(`http://${host}:${port}`))

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    // The pool closes on this event, after the last answer; then nothing holds the process any more.
    server.close(() => process.emit('sveltekit:shutdown' as 'exit', 0))
    server.closeIdleConnections()
    // A download that nobody reads must not keep the machine from stopping.
    setTimeout(() => process.exit(0), 5_000).unref()
  })
}

import type { Duplex } from 'node:stream'

type Refused = { status: string; id: string; en: string }

const tooLong: Refused = {
  status: '431 Request Header Fields Too Large',
  id: 'Alamat atau kuki yang dikirim terlalu panjang. Pendekkan alamatnya, atau hapus kuki situs ini lalu coba lagi.',
  en: 'The address or the cookies that were sent are too long. Shorten the address, or clear the cookies of this site and try again.',
}
const tooSlow: Refused = {
  status: '408 Request Timeout',
  id: 'Permintaan tidak kunjung lengkap. Periksa sambungan, lalu coba lagi.',
  en: 'The request was not completed in time. Check the connection and try again.',
}
const unreadable: Refused = {
  status: '400 Bad Request',
  id: 'Permintaan ini tidak dapat dibaca. Ketik ulang alamatnya, lalu coba lagi.',
  en: 'This request could not be read. Type the address again and retry.',
}
const byCode: Readonly<Record<string, Refused>> = {
  HPE_HEADER_OVERFLOW: tooLong,
  ERR_HTTP_REQUEST_TIMEOUT: tooSlow,
}

/** Answers a request that the server could not read, so that no page can, with a sentence; its connection then ends. */
export function refuseUnread(problem: NodeJS.ErrnoException, socket: Duplex): void {
  if (problem.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { status, id, en } = byCode[problem.code ?? ''] ?? unreadable
  const page = `<!doctype html>
<html lang="id"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>Semai</title></head>
<body><h1>Semai</h1><p class="lead">${id}</p><p lang="en">${en}</p></body></html>
`
  const headers = [
    'content-type: text/html; charset=utf-8',
    `content-length: ${Buffer.byteLength(page)}`,
    `content-security-policy: default-src 'none'`,
    'x-content-type-options: nosniff',
    'connection: close',
  ]
  socket.end(`HTTP/1.1 ${status}\r\n${headers.join('\r\n')}\r\n\r\n${page}`)
}

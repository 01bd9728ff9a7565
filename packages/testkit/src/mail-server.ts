import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A message as it arrived: to whom, and its source. */
export type Arrived = { to: string[]; source: string }

/** What the server answers to a message: takes it, or refuses it with this number. */
export type Answer = 'take' | number

export type MailServer = {
  /** What a site is started with to send its mail here. */
  env: Record<string, string>
  /** Messages that were taken, in the order they came. */
  taken: Arrived[]
  /** What to answer to each message; takes all by default. */
  answer: (arrived: Arrived) => Answer | Promise<Answer>
  /** Resolves with the first message that fits, taken already or to come. */
  message(fits: (arrived: Arrived) => boolean): Promise<Arrived>
  close(): Promise<void>
}

/** A real mail server on this machine, at a free port, that keeps what it takes. */
export async function mailServer(): Promise<MailServer> {
  const waiting = new Set<(arrived: Arrived) => void>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        void settle({ to, source: Buffer.concat(chunks).toString() }, done)
      })
    },
  })
  const settle = async (arrived: Arrived, done: (problem?: Error | null) => void) => {
    const answer = await mail.answer(arrived)
    if (answer !== 'take') {
      const says = `no mail for ${arrived.to.join()} today`
      return done(Object.assign(new Error(says), { responseCode: answer }))
    }
    mail.taken.push(arrived)
    done()
    for (const tell of waiting) tell(arrived)
  }
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const { port } = server.server.address() as AddressInfo
  const mail: MailServer = {
    env: {
      SEMAI_SMTP_URL: `smtp://127.0.0.1:${port}`,
      SEMAI_MAIL_FROM: 'Semai <kabar@semai.test>',
    },
    taken: [],
    answer: () => 'take',
    message: (fits) =>
      new Promise((found) => {
        const already = mail.taken.find(fits)
        if (already) return found(already)
        const tell = (arrived: Arrived) => {
          if (!fits(arrived)) return
          waiting.delete(tell)
          found(arrived)
        }
        waiting.add(tell)
      }),
    close: () => new Promise((done) => server.close(() => done())),
  }
  return mail
}

/** The value of a header, its folded lines joined; null where there is none. */
export function headerOf({ source }: Arrived, name: string): string | null {
  const head = source.slice(0, source.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ')
  const line = head.split('\r\n').find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return line === undefined ? null : line.slice(name.length + 1).trim()
}

/** The plain text of a message, decoded. */
export function textOf({ source }: Arrived): string {
  const part = /Content-Type: text\/plain[^]*?\r\n\r\n([^]*?)\r\n--/.exec(source)
  const coding = /Content-Type: text\/plain[^]*?Content-Transfer-Encoding: (\S+)/.exec(source)?.[1]
  const body = part?.[1] ?? ''
  if (coding === 'base64') return Buffer.from(body, 'base64').toString()
  if (coding !== 'quoted-printable') return body
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

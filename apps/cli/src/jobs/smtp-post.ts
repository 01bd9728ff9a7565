import { createTransport } from 'nodemailer'
import type { MailSettings } from '@semai/domain/notices/mail-settings'
import type { Message, Post } from '@semai/store/notices/mail.commands'

/** A mail server that says nothing for so long is taken to be away. */
const patienceMs = 20_000

/** Hands messages to the mail server of the settings, one connection each: mail here is a trickle. */
export function smtpPost(settings: MailSettings): Post {
  return async (message, signal) => {
    const transport = createTransport(transportUrl(settings.smtpUrl), { from: settings.from })
    const giveUp = () => transport.close()
    signal.addEventListener('abort', giveUp)
    try {
      await transport.sendMail(envelopeOf(message, settings))
    } catch (problem) {
      throw new Error(refusalOf(problem), { cause: problem })
    } finally {
      signal.removeEventListener('abort', giveUp)
      transport.close()
    }
  }
}

function envelopeOf({ id, to, letter }: Message, { domain }: MailSettings) {
  return {
    to,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: `<${id}@${domain}>`,
    headers: {
      'Auto-Submitted': 'auto-generated', // RFC 3834: no out-of-office answers
      ...(letter.stopUrl !== null && {
        'List-Unsubscribe': `<${letter.stopUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', // RFC 8058
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/**
 * The address of the server with our patience. Mail carries links that open accounts, so it leaves encrypted or not at all;
 * a server on this machine needs none, and another must be named with `?requireTLS=false` to go without.
 */
function transportUrl(smtpUrl: string): string {
  const url = new URL(smtpUrl)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const needsTls = url.protocol === 'smtp:' && !isHere
  const wanted = {
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    ...(needsTls && { requireTLS: true }),
  }
  for (const [name, value] of Object.entries(wanted)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(value))
  }
  return url.href
}

type SmtpProblem = { code?: string; responseCode?: number; command?: string }

/** What went wrong, for the administrator: the step and the server's number, never its words, which name the reader. */
function refusalOf(problem: unknown): string {
  const { code, responseCode, command } = problem as SmtpProblem
  const sentences: Record<string, string> = {
    ECONNECTION: 'The mail server can not be reached.',
    ESOCKET: 'The mail server can not be reached.',
    EDNS: 'The name of the mail server can not be looked up.',
    ETIMEDOUT: 'The mail server did not answer in time.',
    ETLS: 'The mail server offers no encryption that can be used.',
    EAUTH: 'The mail server refused the account in SEMAI_SMTP_URL.',
  }
  const sentence = sentences[code ?? '']
  if (sentence !== undefined) return sentence
  if (responseCode !== undefined) {
    return `The mail server answered ${responseCode}${command === undefined ? '' : ` to ${command.split(' ')[0]}`}.`
  }
  return `The mail could not be handed over (${code ?? 'no code'}).`
}

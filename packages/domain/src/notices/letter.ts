import { instantWords } from '../time/date-words.ts'
import type { Zone } from '../time/clock.ts'
import type { Says } from '../text/says.ts'
import { noticeWords } from './notice-words.ts'
import type { AnyNotice } from './notice-words.ts'

/** An e-mail as it is sent, to whom not yet said. */
export type Letter = {
  subject: string
  text: string
  /** The same words; no pictures, no style sheets, nothing that is fetched. */
  html: string
  /** The whole address where one press stops this kind of mail; null where the law or safety wants it sent. */
  stopUrl: string | null
}

/** What a letter to a person with an account is made of. `at` of each notice: when it happened. */
export type NoticeLetter = {
  name: string
  lang: keyof Says
  zone: Zone
  notices: readonly (AnyNotice & { at: Date })[]
  /** The path of the signed page that stops it, or null. */
  stopPath: string | null
  siteUrl: string
}

/** A notice by itself, or several as a digest. */
export function noticeLetter({ name, lang, zone, notices, stopPath, siteUrl }: NoticeLetter): Letter {
  const url = (path: string) => siteUrl + (lang === 'en' ? `/en${path}` : path)
  const said = notices.map((notice) => ({ ...noticeWords(notice), at: instantWords(lang, notice.at, zone) }))
  const subject = said.length === 1 ? said[0]!.subject[lang] : words[lang].digest(said.length)
  const parts: Part[] = [
    { text: words[lang].dear(name) },
    ...said.flatMap(({ subject, sentence, link, lines, at }): Part[] => [
      ...(said.length > 1 ? [{ heading: subject[lang] }] : []),
      { text: sentence[lang] },
      ...lines.map((line): Part => ({ text: line.says[lang], url: url(line.link) })),
      { text: at },
      { text: words[lang].open, url: url(link) },
    ]),
    { rule: true, text: words[lang].why(new URL(siteUrl).host) },
    { text: words[lang].choose, url: url('/akun/kabar') },
  ]
  const stopUrl = stopPath === null ? null : url(stopPath)
  if (stopUrl !== null) parts.push({ text: words[lang].stop, url: stopUrl })
  return { subject: subjectLine(subject), ...bodies(parts, lang), stopUrl }
}

/** What an invitation by e-mail is made of. */
export type InvitationLetter = {
  name: string
  lang: keyof Says
  zone: Zone
  role: Says
  where: string | null
  letter: string | null
  expiresAt: Date
  path: string
  siteUrl: string
}

/** The invitation to make an account: it names role, institution and letter, and the link. */
export function invitationLetter({ lang, siteUrl, path, ...given }: InvitationLetter): Letter {
  const host = new URL(siteUrl).host
  const as = given.role[lang] + (given.where === null ? '' : `, ${given.where}`)
  const says = words[lang]
  const parts: Part[] = [
    { text: says.dear(given.name) },
    { text: says.invited(as, host) },
    ...(given.letter === null ? [] : [{ text: says.basis(given.letter) }]),
    { text: says.accept, url: siteUrl + (lang === 'en' ? `/en${path}` : path) },
    { text: says.until(instantWords(lang, given.expiresAt, given.zone)) },
    { rule: true, text: says.notMeant },
  ]
  return { subject: subjectLine(says.invitation(as)), ...bodies(parts, lang), stopUrl: null }
}

const words = {
  id: {
    dear: (name: string) => `Yth. ${name},`,
    digest: (count: number) => `${count} kabar untuk Anda`,
    open: 'Buka',
    why: (host: string) => `Surel ini dikirim ${host} karena Anda memegang akun di sana.`,
    choose: 'Atur kabar yang Anda terima',
    stop: 'Berhenti menerima surel seperti ini',
    invitation: (as: string) => `Undangan: ${as}`,
    invited: (as: string, host: string) => `Anda diundang memakai Semai di ${host} sebagai ${as}.`,
    basis: (letter: string) => `Dasar: ${letter}.`,
    accept: 'Buat akun',
    until: (moment: string) => `Tautan berlaku sampai ${moment} dan sekali pakai.`,
    notMeant: 'Bukan untuk Anda? Abaikan surel ini; tanpa tautan di atas tidak ada akun yang dibuat.',
  },
  en: {
    dear: (name: string) => `Dear ${name},`,
    digest: (count: number) => `${count} pieces of news for you`,
    open: 'Open',
    why: (host: string) => `${host} sent this e-mail because you hold an account there.`,
    choose: 'Choose what you are told',
    stop: 'Stop e-mail like this',
    invitation: (as: string) => `Invitation: ${as}`,
    invited: (as: string, host: string) => `You are invited to use Semai at ${host} as ${as}.`,
    basis: (letter: string) => `Based on: ${letter}.`,
    accept: 'Make the account',
    until: (moment: string) => `The link is valid until ${moment} and works once.`,
    notMeant: 'Not meant for you? Leave it: no account is made without the link above.',
  },
} as const

type Part = { heading?: string; text?: string; url?: string; rule?: true }

/** A name of a record may hold line breaks and be long; a header may not. */
function subjectLine(subject: string): string {
  const line = subject.replaceAll(/\s+/g, ' ').trim()
  return line.length > 150 ? `${line.slice(0, 149)}…` : line
}

function bodies(parts: readonly Part[], lang: keyof Says): { text: string; html: string } {
  const text = parts.map(({ heading, text, url, rule }) =>
    [rule && '-- ', heading, url === undefined ? text : `${text}: ${url}`].filter(Boolean).join('\n'),
  )
  const html = parts.map(({ heading, text, url, rule }) =>
    [
      rule && '<hr>',
      heading && `<h2>${escaped(heading)}</h2>`,
      url === undefined
        ? text && `<p>${escaped(text)}</p>`
        : `<p><a href="${escaped(url)}">${escaped(text ?? url)}</a></p>`,
    ]
      .filter(Boolean)
      .join('\n'),
  )
  const head = `<!doctype html>\n<html lang="${lang}"><meta charset="utf-8"><body>`
  return { text: `${text.join('\n\n')}\n`, html: `${head}\n${html.join('\n')}\n</body></html>\n` }
}

function escaped(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replaceAll(/[&<>"']/g, (sign) => names[sign]!)
}

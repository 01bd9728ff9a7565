/** How this site sends e-mail. */
export type MailSettings = {
  /** `smtp://user:password@host:port`, or `smtps://`. A secret: never shown or logged. */
  smtpUrl: string
  /** The address that mail comes from, as it stands in the header. */
  from: string
  /** The part of that address behind the `@`, for the identifiers of messages. */
  domain: string
  /** The address of the site, without a slash at the end, for the links of a mail. */
  siteUrl: string
}

/** What the settings of a site say about mail: on, off, or set halfway, with the sentence that mends it. */
export type MailState =
  | { state: 'on'; settings: MailSettings; advice: string | null }
  | { state: 'off' }
  | { state: 'broken'; says: string }

/**
 * Reads `SEMAI_SMTP_URL`, `SEMAI_MAIL_FROM` and `SEMAI_URL`. Without the first, mail is off. Links of a mail lead to
 * `SEMAI_URL`, never to what a request called this site: whoever sends a request chooses that name.
 * @example mailState({}).state // 'off'
 */
export function mailState(env: Readonly<Record<string, string | undefined>>): MailState {
  const { SEMAI_SMTP_URL: smtpUrl, SEMAI_MAIL_FROM: from, SEMAI_URL: siteUrl } = env
  if (!smtpUrl) return { state: 'off' }
  if (!/^smtps?:$/.test(urlOf(smtpUrl)?.protocol ?? '')) {
    return { state: 'broken', says: 'SEMAI_SMTP_URL must look like smtp://user:password@host:587.' }
  }
  const domain = /^[^@]*<?[^\s@<>]+@([a-z0-9.-]+)>?$/i.exec(from ?? '')?.[1]
  if (!domain) {
    return {
      state: 'broken',
      says: 'SEMAI_MAIL_FROM must be the address mail comes from, such as "Semai <kabar@agency.go.id>".',
    }
  }
  if (siteUrl && !/^https?:$/.test(urlOf(siteUrl)?.protocol ?? '')) {
    return {
      state: 'broken',
      says: 'SEMAI_URL must be the address of this site, such as https://semai.example.',
    }
  }
  const settings = {
    smtpUrl,
    from: from!,
    domain,
    siteUrl: (siteUrl || 'http://127.0.0.1:3000').replace(/\/+$/, ''),
  }
  const advice = siteUrl ? null : 'Set SEMAI_URL to the address of this site: links of mails lead there.'
  return { state: 'on', settings, advice }
}

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}

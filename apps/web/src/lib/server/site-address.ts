/**
 * Scheme and host of this site as its operator states it (`SEMAI_URL`); null when nothing is stated. What a request calls the site is
 * the choice of whoever sends it, so links, passkeys and sign-on go by the operator's word where there is one.
 * @throws Error when it is no address.
 */
export function siteAddress(env: Readonly<Record<string, string | undefined>>): string | null {
  const stated = env['SEMAI_URL']
  if (!stated) return null
  if (!/^https?:\/\//.test(stated) || !URL.canParse(stated)) {
    throw new Error(`SEMAI_URL is "${stated}"; it must be an address such as https://semai.example.`)
  }
  return new URL(stated).origin
}

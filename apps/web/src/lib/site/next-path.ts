/** The path to go on to after signing in: one of this site, or `otherwise`. What begins with two slashes is another site. */
export function nextPath(asked: string | null | undefined, otherwise: string): string {
  if (!asked || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked) || asked.includes('\\')) return otherwise
  const { origin, pathname, search } = new URL(asked, 'https://semai.invalid')
  return origin === 'https://semai.invalid' && !pathname.startsWith('//') ? pathname + search : otherwise
}

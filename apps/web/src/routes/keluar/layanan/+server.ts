import { error, redirect } from '@sveltejs/kit'
import { signOutAddress } from '@semai/store/people/sign-on-provider'
import { signOnProvider } from '#lib/server/sign-on.ts'
import { href } from '#lib/site/lang.ts'
import type { RequestHandler } from './$types'

/** Signs out at the provider too, which asks the person and leads back; where it cannot, the page here is the end. */
export const GET: RequestHandler = async ({ locals: { origin, lang, now } }) => {
  if (signOnProvider === null) error(404, 'Not Found')
  const backTo = `${origin}/keluar`
  const there = await signOutAddress(signOnProvider, { backTo, now })
  if (there === null) redirect(303, href(lang, '/keluar'))
  redirect(303, there, { external: true })
}

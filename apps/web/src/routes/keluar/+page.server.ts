import { redirect } from '@sveltejs/kit'
import { leave } from '#lib/server/entering.ts'
import { forgetSession } from '#lib/server/session-cookies.ts'
import { signOnProvider } from '#lib/server/sign-on.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url }) => ({
  provider: url.searchParams.has('layanan') && signOnProvider ? signOnProvider.name : null,
})

export const actions: Actions = {
  default: async (event) => {
    const method = await leave(event)
    forgetSession(event)
    redirect(303, href(event.locals.lang, method === 'oidc' ? '/keluar?layanan' : '/keluar'))
  },
}

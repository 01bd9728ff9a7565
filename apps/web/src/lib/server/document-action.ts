import { redirect } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import type { z } from 'zod'
import { href } from '#lib/site/lang.ts'
import { form } from './answer.ts'
import { refuseFlood } from './public-forms.ts'

/** A document of the record on this page is made, and its page with the downloads comes next. */
export function documentAction<Shape extends z.ZodType>(
  event: RequestEvent,
  shape: Shape,
  write: (asked: z.infer<Shape>) => Promise<string>,
) {
  return form(event, shape, async (asked) => {
    if (event.locals.actor.personId === null) refuseFlood(event)
    redirect(303, href(event.locals.lang, `/dokumen/${await write(asked)}`))
  })
}

import { saveEdit } from '@semai/store/innovations/innovation-edit.commands'
import { problemOf, readerLang } from '#lib/api/problem.ts'
import { answerWrite } from '#lib/api/respond-write.ts'
import { pointsOf, textAnswer } from '#lib/api/text-answer.ts'
import { textRead, textSave } from '#lib/api/writes.ts'

export const GET = answerWrite(textRead, async ({ db, params, event: { locals } }) => ({
  answer: await textAnswer(db, locals.actor, { id: params['id']!, now: locals.now, today: locals.today }),
}))

/** 409 with what stands there now, and the id under which this text is kept beside, when somebody saved in between. */
export const PUT = answerWrite(textSave, async ({ db, params, body, event }) => {
  const { locals } = event
  const saved = await saveEdit(db, locals.actor, { id: params['id']!, ...body, now: locals.now })
  if (saved.kind === 'conflict') {
    const lang = readerLang(event.request, event.url)
    return { status: 409, answer: { ...problemOf('conflict', lang), detail: keptBeside[lang], ...saved } }
  }
  return { answer: { revision: saved.revision, points: pointsOf(body.content, locals.today) } }
})

const keptBeside = {
  id: 'Naskah ini sudah disimpan orang lain. Naskah Anda disimpan di sampingnya; kirim lagi pada "revision" yang disebut di sini.',
  en: 'Somebody else saved this text before. Yours is kept beside it; send it again on the "revision" named here.',
}

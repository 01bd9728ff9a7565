import { readinessDocument } from '@semai/domain/scaling/readiness-document'
import { readinessOf } from '@semai/store/scaling/readiness.queries'
import { writePdf } from '#lib/documents/write-pdf.ts'
import { page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import { readinessTexts } from '#lib/texts/readiness.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = ({ params: { slug }, locals: { db, actor, today, origin, lang } }) =>
  page(async () => {
    const { innovation, dossier } = await readinessOf(db, actor, { slug, today })
    const address = origin + href(lang, `/inovasi/${slug}/kesiapan`)
    const document = readinessDocument(dossier, { ...innovation, day: today, address, lang })
    const body = await writePdf(document, { foot: readinessTexts[lang].foot(address) })
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': 'application/pdf',
        'content-length': String(body.length),
        'content-disposition': `attachment; filename="${lang === 'en' ? 'readiness' : 'kesiapan'}-${slug}.pdf"`,
      },
    })
  })

import { filesOfEdit } from '@semai/store/innovations/innovation-file.queries'
import { innovationPreview } from '@semai/store/innovations/innovation-preview.queries'
import { page } from '#lib/server/answer.ts'
import { newRecordData, recordData } from '#lib/server/record-data.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, url, locals: { db, actor, now, today } }) =>
  page(async () => {
    const { editId, state, innovation } = await innovationPreview(db, actor, { id: params.id, now })
    const asked = { innovation, files: publicFiles(), url, today }
    const isNew = innovation.code === ''
    return { editId, state, ...(await (isNew ? newRecordData(asked) : recordData(db, actor, asked))) }

    async function publicFiles() {
      const files = await filesOfEdit(db, actor, params.id)
      return files.filter(({ isPublic }) => isPublic)
    }
  })

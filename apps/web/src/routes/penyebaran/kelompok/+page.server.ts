import { keptAnalysis, namesByCode } from '@semai/store/analyses/analysis.queries'
import { regionPoints } from '@semai/store/spread/spread.queries'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor } }) => {
  const [{ answer, ...kept }, points] = await Promise.all([keptAnalysis(db, 'clusters'), regionPoints(db)])
  const subjects = answer?.subjects ?? []
  const asked = url.searchParams.get('inovasi')
  const subject = subjects.find(({ innovation }) => innovation === asked) ?? subjects[0] ?? null
  const year = Number(url.searchParams.get('tahun'))
  const shown = subject?.years.find((one) => one.year === year) ?? subject?.years.at(-1) ?? null
  const codes = subjects.flatMap(({ innovation }) => innovation ?? [])
  const names = await namesByCode(db, actor, codes)
  const choices = subjects.map(({ innovation }) => innovation)
  return { kept, points, eligible: answer?.eligible ?? null, choices, subject, shown, names }
}

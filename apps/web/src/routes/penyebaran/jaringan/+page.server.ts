import { keptAnalysis, namesByCode } from '@semai/store/analyses/analysis.queries'
import { regionPoints } from '@semai/store/spread/spread.queries'
import { networkView } from '#lib/spread/network-view.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor } }) => {
  const [{ answer, ...kept }, points] = await Promise.all([keptAnalysis(db, 'network'), regionPoints(db)])
  const asked = url.searchParams.get('daerah')
  const region = points.find(({ slug }) => slug === asked) ?? null
  if (!answer?.enough) return { kept, points, region, network: answer, view: null, names: null }
  const { edges: _all, places: _places, ...network } = answer
  const page = Number(url.searchParams.get('hal') ?? 1)
  const view = networkView(answer, { region: region?.code ?? null, page: Number.isInteger(page) ? page : 1 })
  const codes = view.rows.flatMap(({ evidence }) => evidence.map(({ innovation }) => innovation))
  const names = await namesByCode(db, actor, [...new Set(codes)])
  return {
    kept,
    points,
    region,
    network,
    view: { ...view, edges: countsOf(view.edges, region?.code) },
    names,
  }
}

/** How many there are, and of the chosen region how many follow it. */
function countsOf(edges: readonly { from: string; to: string }[], region: string | undefined) {
  return { all: edges.length, from: edges.filter(({ from }) => from === region).length }
}

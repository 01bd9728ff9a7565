import { assignFairly } from '@semai/analytics/assignment/assign-fairly'
import { assignReaders } from '@semai/analytics/assignment/assign-readers'
import { seededRandom } from '@semai/analytics/numbers/random'

export const name = 'assignment'

const seed = 1
/** Papers, readers, maximum load; 3 readings a paper, one pair in ten in conflict. */
const sizes = [
  { papers: 500, readers: 60, maxLoad: 27 },
  { papers: 1000, readers: 60, maxLoad: 53 },
  { papers: 2000, readers: 60, maxLoad: 105 },
  { papers: 2000, readers: 60, maxLoad: 100 },
  { papers: 1000, readers: 500, maxLoad: 6 },
  { papers: 1000, readers: 500, maxLoad: 10 },
]
const tastes = { 'own tastes': 0, 'all like the same readers': 0.9 }

function candidatesOf(papers: number, readers: number, likeness: number) {
  const draw = seededRandom(seed)
  const quality = Array.from({ length: readers }, () => draw.uniform())
  return Array.from({ length: papers * readers }, (_, i) => ({
    paper: `p${Math.floor(i / readers)}`,
    reader: `r${i % readers}`,
    similarity: likeness * quality[i % readers]! + (1 - likeness) * draw.uniform(),
    conflict: draw.uniform() < 0.1,
  }))
}

function median(work: () => void, times: number): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return taken.sort((a, b) => a - b)[times >> 1]!
}

export async function bench(say: (line: string) => void): Promise<void> {
  say(`seed ${seed}; 3 readings a paper; median of 3 after one to warm, in ms; ids in, plan out`)
  for (const { papers, readers, maxLoad } of sizes) {
    for (const [taste, likeness] of Object.entries(tastes)) {
      const candidates = candidatesOf(papers, readers, likeness)
      const rules = { readersPerPaper: 3, maxLoad }
      const { total } = assignReaders(candidates, rules)
      const best = median(() => assignReaders(candidates, rules), 3)
      say(`${papers} x ${readers}, load ${maxLoad}, ${taste}: ${best.toFixed(0)} (total ${total.toFixed(3)})`)
    }
  }
  const candidates = candidatesOf(2000, 60, 0)
  const start = performance.now()
  const { worst, worstProved } = assignFairly(candidates, { readersPerPaper: 3, maxLoad: 105 })
  const taken = (performance.now() - start).toFixed(0)
  say(
    `fair, 2000 x 60, load 105: ${taken} once (worst paper ${worst?.score.toFixed(3)}, proved: ${worstProved})`,
  )
}

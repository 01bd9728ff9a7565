// npm run prove:editors [-- N [SECONDS]]: N people (200) type for so many seconds (60), each into a text that saves itself
// once a second. What was acknowledged last is what is stored; ends with 1 when a text is not, or a save was refused.
import { editing } from './editors/editing.ts'

const [editors, seconds] = [Number(process.argv[2] ?? 200), Number(process.argv[3] ?? 60)]
const found = await editing({ editors, seconds })
const ms = (value: number) => `${value.toFixed(0)} ms`
console.log(
  `${found.editors} editors, ${found.seconds} s: ${found.saves} saves, ${found.refused.length} refused`,
)
console.log(
  `answered in: median ${ms(found.medianMs)}, 99th percentile ${ms(found.p99Ms)}, slowest ${ms(found.slowestMs)}`,
)
console.log(`${found.lost.length} texts are not what was acknowledged last`)
for (const line of [...new Set([...found.lost, ...found.refused])].slice(0, 10)) console.log(`  ${line}`)
if (found.lost.length > 0 || found.refused.length > 0) process.exitCode = 1

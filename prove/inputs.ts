// npm run prove:inputs [-- N [SEED]]: N (10,000) hostile and plausible requests to every page, form action and write of
// the API, by several of the cast. No answer is a fault of ours, every refusal has a sentence, nothing is half written.
// Ends with 1 when one is. The same N and SEED draw the same values again.
import { inputRounds } from './inputs/rounds.ts'

const runs = Number(process.argv[2] ?? 10_000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_000)
console.log(`seed ${seed}`)
const proof = await inputRounds({ runs, seed, progress: (line) => console.log(line) })
console.log(
  `${proof.sent} requests, seed ${seed}; answers ${JSON.stringify(proof.statuses)}; ${proof.written} wrote`,
)
console.log(`${proof.findings.length} with something wrong`)
if (proof.unasked.length > 0) console.log(`asked for nothing of: ${proof.unasked.join(', ')}`)
if (proof.formless.length > 0) console.log(`no form seen of: ${proof.formless.join(', ')}`)
if (proof.findings.length > 0) process.exitCode = 1

// One analysis in a thread of its own: given its input, it tells how far it is and what came out, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import type { AnalysisName } from '@semai/domain/analyses/analysis'
import type { SpreadInput } from '@semai/domain/analyses/adoption'
import type { SpreadBackTest } from '@semai/domain/analyses/next-adopters'
import { runAnalysis } from '@semai/store/analyses/analyses'
import type { ThreadMessage } from './refresh-analyses.ts'

const { name, input, backTest } = workerData as {
  name: AnalysisName
  input: SpreadInput
  backTest: SpreadBackTest | undefined
}
const post = (message: ThreadMessage) => parentPort!.postMessage(message, [])
const answer = runAnalysis(name, input, (done) => post({ done }), backTest)
post({ answer: JSON.parse(JSON.stringify(answer)) })

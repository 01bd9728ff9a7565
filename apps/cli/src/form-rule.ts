import { readFile } from 'node:fs/promises'
import { commandLineActor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { formRule } from '@semai/domain/replications/form-rule'
import { formFaults } from '@semai/domain/text/form-faults'
import { openReady } from '@semai/store/db/ready'
import { adoptFormRule } from '@semai/store/replications/form-rule.commands'
import { formRuleInForce } from '@semai/store/replications/fork-columns'
import type { ExitCode } from './commands.ts'
import { progress } from './progress.ts'

/** The rule by which forms of replication are measured: printed, or replaced from today on by the one in a file. */
export async function run(argv: string[]): Promise<ExitCode> {
  const [file, ...more] = argv
  if (more.length > 0) {
    console.error('Usage: semai form-rule [FILE.json]')
    return 2
  }
  const rule = file === undefined ? null : await readRule(file)
  const opened = await openReady({ role: 'app' }, process.env, progress)
  try {
    if (rule !== null) await adoptFormRule(opened.db, commandLineActor, { rule, now: new Date() })
    console.log(JSON.stringify(await formRuleInForce(opened.db), null, 2))
    return 0
  } finally {
    await opened.close()
  }
}

async function readRule(file: string) {
  const result = formRule.safeParse(parsed(await readFile(file, 'utf8')))
  if (result.success) return result.data
  const places = formFaults(result.error).map(({ field, says }) => `${field}: ${says.en}`)
  throw new Refusal('invalid', {
    id: `Aturan ini belum dapat dipakai. ${places.join(' ')}`,
    en: `This rule can not be used yet. ${places.join(' ')}`,
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('invalid', {
      id: 'Berkas ini bukan JSON yang utuh. Cetak aturan yang berlaku untuk melihat bentuknya.',
      en: 'This file is not whole JSON. Print the rule in force to see its shape.',
    })
  }
}

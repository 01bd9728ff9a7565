import { blueprintEditLifecycle } from '@semai/domain/blueprints/blueprint-edit.lifecycle'
import { claimLifecycle } from '@semai/domain/claims/claim.lifecycle'
import { complaintThemeLifecycle } from '@semai/domain/complaints/complaint-theme.lifecycle'
import { correctionLifecycle } from '@semai/domain/corrections/correction.lifecycle'
import { needLifecycle } from '@semai/domain/needs/need.lifecycle'
import { innovationEditLifecycle } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { handoverLifecycle } from '@semai/domain/innovations/innovation-handover.lifecycle'
import { innovationLifecycle } from '@semai/domain/innovations/innovation.lifecycle'
import { quarterlyReportLifecycle } from '@semai/domain/monitoring/quarterly-report.lifecycle'
import { stateNames, stepNames, toMermaid } from '@semai/domain/lifecycle'
import { accountRequestLifecycle } from '@semai/domain/people/account-request.lifecycle'
import { originDraftLifecycle } from '@semai/domain/replications/origin-draft.lifecycle'
import { replicaEditLifecycle } from '@semai/domain/replications/replica-edit.lifecycle'
import { replicationLifecycle } from '@semai/domain/replications/replication.lifecycle'
import { maturityLifecycle } from '@semai/domain/hubs/maturity.lifecycle'
import { engagementLifecycle } from '@semai/domain/mentoring/engagement.lifecycle'
import { voiceLifecycle } from '@semai/domain/voices/voice.lifecycle'
import { assessmentLifecycle } from '@semai/domain/rounds/assessment.lifecycle'
import { roundAnswerLifecycle } from '@semai/domain/rounds/round-answer.lifecycle'
import { roundLifecycle } from '@semai/domain/rounds/round.lifecycle'
import { findingLifecycle } from '@semai/domain/scaling/finding.lifecycle'
import { studyVisitLifecycle } from '@semai/domain/study-visits/study-visit.lifecycle'
import type { StateEntry, Step } from '@semai/domain/lifecycle'

/** A life cycle as far as the page draws it, whatever its subject. */
type Drawn = {
  name: string
  title: { id: string; en: string }
  initial: string
  states: Record<string, StateEntry>
  steps: Record<
    string,
    Pick<Step<never, string>, 'from' | 'to' | 'label' | 'by' | 'reason' | 'day' | 'needs'>
  >
}

/** Every life cycle of the product; a new one is a line here. */
const lifecycles: readonly Drawn[] = [
  innovationEditLifecycle,
  blueprintEditLifecycle,
  innovationLifecycle,
  handoverLifecycle,
  claimLifecycle,
  correctionLifecycle,
  voiceLifecycle,
  needLifecycle,
  complaintThemeLifecycle,
  accountRequestLifecycle,
  replicationLifecycle,
  replicaEditLifecycle,
  originDraftLifecycle,
  quarterlyReportLifecycle,
  studyVisitLifecycle,
  engagementLifecycle,
  maturityLifecycle,
  findingLifecycle,
  roundLifecycle,
  roundAnswerLifecycle,
  assessmentLifecycle,
]

/** Diagram, states and steps of every life cycle, from the declarations that decide. */
export function lifecyclesPage(): string {
  return [
    '# Life cycles',
    '',
    'Made by `npm run docs` from the `.lifecycle.ts` files of `packages/domain`; not edited by hand.',
    '',
    ...lifecycles.flatMap(section),
  ].join('\n')
}

function section(lifecycle: Drawn): string[] {
  return [
    `## ${lifecycle.title.en} (${lifecycle.title.id})`,
    '',
    '```mermaid',
    toMermaid(lifecycle),
    '```',
    '',
    '| state | Indonesian | seen by |',
    '| --- | --- | --- |',
    ...stateNames(lifecycle).map(
      (state) => `| ${state} | ${lifecycle.states[state]!.id} | ${lifecycle.states[state]!.seenBy} |`,
    ),
    '',
    '| step | Indonesian | who | needs |',
    '| --- | --- | --- | --- |',
    ...stepNames(lifecycle).map((name) => {
      const { label, by, needs = [], reason, day } = lifecycle.steps[name]!
      const why =
        reason === undefined
          ? []
          : [reason === 'required' ? 'A reason.' : `A reason: ${reason.oneOf.join(', ')}.`]
      if (day) why.push(`${day.en}.`)
      return `| ${name} | ${label.id} | ${by.says.en} | ${[...needs.map(({ says }) => says.en), ...why].join(' ')} |`
    }),
    '',
  ]
}

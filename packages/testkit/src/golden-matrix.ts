import { decide, stateNames, stepNames } from '@semai/domain/lifecycle'
import type { Lifecycle } from '@semai/domain/lifecycle'
import { cast } from './cast.ts'
import { now, today } from './scene.ts'

/**
 * Who of the cast may take which step from which state, a line each: `draft --submit--> submitted: author`. The record
 * is given with everything that is needed, so that only permission and state decide.
 */
export function goldenMatrix<Subject extends { state: State }, State extends string, StepName extends string>(
  lifecycle: Lifecycle<Subject, State, StepName>,
  record: (state: State) => Subject,
): string {
  const lines = stateNames(lifecycle).flatMap((state) =>
    stepNames(lifecycle).flatMap((step) => {
      const reason = lifecycle.steps[step].reason
      const code = typeof reason === 'object' ? reason.oneOf[0] : undefined
      const allowed = Object.entries(cast).flatMap(([name, actor]) =>
        decide(lifecycle, step, { subject: record(state), actor, now, reason: 'because', code, day: today })
          .ok
          ? [name]
          : [],
      )
      return allowed.length === 0
        ? []
        : [`${state} --${step}--> ${lifecycle.steps[step].to}: ${allowed.join(', ')}`]
    }),
  )
  return lines.join('\n')
}

/** States that no step leads to, and states with neither an end nor a way out, of what is declared; both must be none. */
export function deadEnds<State extends string>(
  lifecycle: {
    initial: State
    states: Record<State, unknown>
    steps: Record<string, { from: readonly State[]; to: State }>
  },
  final: readonly State[],
): { unreachable: State[]; stuck: State[] } {
  const steps = Object.values(lifecycle.steps)
  const reached = new Set<State>([lifecycle.initial])
  for (let size = 0; size !== reached.size;) {
    size = reached.size
    for (const { from, to } of steps) if (from.some((state) => reached.has(state))) reached.add(to)
  }
  const states = stateNames(lifecycle)
  return {
    unreachable: states.filter((state) => !reached.has(state)),
    stuck: states.filter(
      (state) => !final.includes(state) && !steps.some(({ from }) => from.includes(state)),
    ),
  }
}

import { claimLifecycle } from '@semai/domain/claims/claim.lifecycle'
import { stepNames } from '@semai/domain/lifecycle'

/** The steps of a claim with who may take each, for the help of the command. */
export const claimDetails = [
  'Steps, and who may take them; whoever runs the machine is the administrator of the platform:',
  ...stepNames(claimLifecycle).map((name) => `  ${name.padEnd(9)} ${claimLifecycle.steps[name].by.says.en}`),
].join('\n')

import type { ReplicationForm } from '../claims/claim.ts'

/** The three forms in the words of the programme, as documents print them. */
export const replicationFormNames: Record<ReplicationForm, string> = {
  adoption: 'adopsi',
  adaptation: 'adaptasi',
  modification: 'modifikasi',
}

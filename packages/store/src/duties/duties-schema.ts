/** A day of a replication of which its people were told. */
export type DeadlineTold = {
  replication_id: string
  kind: 'answer' | 'milestone' | 'report'
  about: string
  stage: 'near' | 'passed'
  told_at: Date
}

/** Tables of what replications ask of people. */
export type DutyTables = { deadline_told: DeadlineTold }

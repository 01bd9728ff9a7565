/** The columns of a mail that nobody has tried to send yet. */
export const emptyMail = {
  person_id: null,
  invitation_id: null,
  lang: null,
  sealed: null,
  begun_at: null,
  sent_at: null,
  dropped_at: null,
  dropped_because: null,
} as const

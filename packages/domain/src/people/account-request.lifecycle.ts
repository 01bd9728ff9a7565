import { defineLifecycle } from '../lifecycle.ts'
import { anyOf, rule } from './access.ts'
import { mayGrant } from './granting.ts'
import type { Granting } from './granting.ts'

/** Somebody asks for an account: for the role, at the organisation. */
export type AccountRequest = Granting & {
  state: 'submitted' | 'verified' | 'approved' | 'declined' | 'withdrawn'
  /** The link it is opened by: the one shown to whoever asked, the one sent to the address, or none. */
  link: 'tracking' | 'address' | null
}

const sender = rule<AccountRequest>(
  { id: 'yang meminta, dengan tautan pelacakannya', en: 'whoever asked, by their tracking link' },
  ({ personId }, { link }) => personId === null && link === 'tracking',
)
const addressee = rule<AccountRequest>(
  { id: 'yang menerima surel di alamat itu', en: 'whoever gets mail at that address' },
  ({ personId }, { link }) => personId === null && link === 'address',
)

/** Whoever may give the role at the organisation decides about the request. */
export const requestHandler = mayGrant

/**
 * From a request to an invitation. That the address is an office's own and theirs is shown by a link sent to it, or
 * vouched for by whoever decides.
 */
export const accountRequestLifecycle = defineLifecycle<AccountRequest>()({
  name: 'account_request',
  title: { id: 'Permintaan akun', en: 'Request for an account' },
  initial: 'submitted',
  states: {
    submitted: {
      id: 'Diajukan, alamat belum terbukti',
      en: 'submitted, address not yet shown',
      seenBy: 'involved',
    },
    verified: { id: 'Alamat terbukti, menunggu keputusan', en: 'address shown, waiting', seenBy: 'involved' },
    approved: {
      id: 'Disetujui, undangan dibuat',
      en: 'approved, an invitation was made',
      seenBy: 'involved',
    },
    declined: { id: 'Ditolak', en: 'declined', seenBy: 'involved' },
    withdrawn: { id: 'Ditarik', en: 'withdrawn', seenBy: 'involved' },
  },
  steps: {
    verify: {
      from: ['submitted'],
      to: 'verified',
      label: { id: 'Alamat ini benar', en: 'This address is right' },
      done: { id: 'alamat terbukti', en: 'address shown to be theirs' },
      by: anyOf<AccountRequest>(addressee, requestHandler),
    },
    approve: {
      from: ['verified'],
      to: 'approved',
      label: { id: 'Setujui dan undang', en: 'Approve and invite' },
      done: { id: 'disetujui', en: 'approved' },
      by: requestHandler,
    },
    decline: {
      from: ['submitted', 'verified'],
      to: 'declined',
      label: { id: 'Tolak dengan alasan', en: 'Decline with a reason' },
      done: { id: 'ditolak', en: 'declined' },
      by: requestHandler,
      reason: 'required',
    },
    withdraw: {
      from: ['submitted', 'verified'],
      to: 'withdrawn',
      label: { id: 'Tarik permintaan', en: 'Withdraw the request' },
      done: { id: 'ditarik', en: 'withdrawn' },
      by: sender,
    },
  },
})
export type AccountRequestStep = keyof typeof accountRequestLifecycle.steps
export type AccountRequestState = AccountRequest['state']

/** States in which somebody waits for a decision. */
export const openRequestStates: readonly AccountRequestState[] = ['submitted', 'verified']

import type { requestableRoles } from '@semai/domain/people/account-request.form'
import type { AccountRequestState } from '@semai/domain/people/account-request.lifecycle'
import type { ColumnType, Generated } from 'kysely'
import type { Assurance, Role } from '@semai/domain/people/actor'
import type { ZoneName } from '@semai/domain/time/zone-of-province'

type RoleScope = { role: Role; organisation_id: string | null; province_code: string | null }

type PersonTable = {
  id: string
  name: string
  post: string | null
  email: string
  organisation_id: string | null
  password_hash: string | null
  totp_secret: Buffer | null
  totp_last_step: ColumnType<number | null, number | null, number | null>
  lang: Generated<'id' | 'en'>
  time_zone: Generated<ZoneName>
  quiet_from: Generated<number | null>
  quiet_until: Generated<number | null>
  is_demonstration: Generated<boolean>
  created_at: Date
  deactivated_at: Date | null
}

type RoleGrantTable = RoleScope & {
  id: string
  person_id: string
  valid_from: Date
  valid_until: Date | null
  granted_by: string | null
  letter: string | null
  certified_at: Date
  revoked_at: Date | null
  revoked_by: string | null
}

type InvitationTable = RoleScope & {
  id: string
  token_hash: Buffer
  name: string
  post: string | null
  email: string
  letter_number: string | null
  letter_date: string | null
  invited_by: string | null
  created_at: Date
  expires_at: Date
  accepted_at: Date | null
  person_id: string | null
  withdrawn_at: Date | null
}

export type SessionMethod = 'password' | 'passkey' | 'oidc' | 'invitation' | 'recovery'

type SessionTable = {
  id: string
  token_hash: Buffer
  person_id: string
  assurance: Assurance
  method: SessionMethod
  device: string
  created_at: Date
  last_seen_at: Date
  expires_at: Date
  proved_at: Date
  ended_at: Date | null
}

type KnownDeviceTable = {
  person_id: string
  token_hash: Buffer
  device: string
  first_seen_at: Date
  last_seen_at: Date
  second_factor_at: Date | null
}

type PasskeyTable = {
  id: string
  person_id: string
  credential_id: Buffer
  public_key: Buffer
  sign_count: number
  transports: string[]
  is_backup_eligible: boolean
  is_backed_up: boolean
  model: string
  name: string
  created_at: Date
  last_used_at: Date | null
}

type SignOnLinkTable = {
  issuer: string
  subject: string
  person_id: string
  linked_at: Date
  last_used_at: Date | null
  acr: string | null
  amr: string[] | null
}

type AccountRequestTable = {
  id: string
  organisation_id: string
  role: (typeof requestableRoles)[number]
  state: AccountRequestState
  reason: string | null
  invitation_id: string | null
  decided_by: string | null
  submitted_at: Date
  moved_at: Date
}

type AccountRequestPersonTable = {
  request_id: string
  name: string
  email: string
  post: string
  letter_number: string
  remove_on: string
}

/** Tables of people, their roles and how they prove who they are. */
export type PeopleTables = {
  organisation_above: { organisation_id: string; above_id: string; depth: number }
  person: PersonTable
  role_grant: RoleGrantTable
  invitation: InvitationTable
  session: SessionTable
  sign_in_failure: { id: Generated<number>; bucket: Buffer; at: Date }
  known_device: KnownDeviceTable
  site_key: { purpose: string; key: Buffer; made_at: Date }
  recovery_code: { person_id: string; code_hash: Buffer; made_at: Date; used_at: Date | null }
  account_request: AccountRequestTable
  account_request_person: AccountRequestPersonTable
  passkey: PasskeyTable
  passkey_challenge: {
    challenge_hash: Buffer
    purpose: 'add' | 'sign_in' | 'prove'
    session_id: string | null
    expires_at: Date
  }
  sign_on_link: SignOnLinkTable
  sign_on_attempt: { token_hash: Buffer; content: Buffer; expires_at: Date }
  signed_link_use: { link_hash: Buffer; purpose: string; used_at: Date }
}

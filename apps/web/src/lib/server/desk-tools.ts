import { readsOwnAble } from '@semai/domain/analyses/able-access'
import { leads } from '@semai/domain/action-plans/budget-parties'
import { readsTrail } from '@semai/domain/audit/reads-trail'
import { bringsSheets } from '@semai/domain/innovations/returned-sheet'
import { watchesFreshness } from '@semai/domain/innovations/still-running'
import { takesPartInMentoring } from '@semai/domain/mentoring/engagement-parties'
import { writesNeeds } from '@semai/domain/needs/need-access'
import { administersAgencies } from '@semai/domain/organisations/restructuring'
import { secretariat } from '@semai/domain/people/access'
import type { Rule } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import { administersPeople, administersPlatform } from '@semai/domain/people/granting'
import { editsReasons } from '@semai/domain/reasons/reason'
import { moderatesVoices } from '@semai/domain/voices/voice.lifecycle'
import { takesPartInRounds } from '@semai/domain/rounds/round-parties'
import { takesToScale } from '@semai/domain/scaling/scaling-programme'

/** Pages that look after something, in the order of the desk, and whom each is for. */
const tools = {
  '/kerja/pimpinan': leads,
  '/kelola/orang': administersPeople,
  '/kelola/instansi': administersAgencies,
  '/kelola/permintaan': administersPeople,
  '/kelola/kebaruan': watchesFreshness,
  '/kelola/denyut': watchesFreshness,
  '/kelola/lembar': bringsSheets,
  '/kebutuhan': writesNeeds,
  '/kerja/suara': moderatesVoices,
  '/kerja/mampu': readsOwnAble,
  '/pendampingan': takesPartInMentoring,
  '/program': takesToScale,
  '/pantauan': takesPartInRounds,
  '/kelola/jejak': readsTrail,
  '/kelola/alasan': editsReasons,
  '/kelola/hub': secretariat,
  '/kelola/pendampingan': editsReasons,
  '/kelola/kata': administersPlatform,
  '/kelola/pekerjaan': administersPlatform,
  '/kelola/kesehatan': administersPlatform,
} as const satisfies Record<string, Rule<unknown>>
export type DeskTool = keyof typeof tools

/** The tools of this person. */
export function deskTools(actor: Actor): DeskTool[] {
  return (Object.keys(tools) as DeskTool[]).filter((path) => tools[path].allows(actor, null))
}

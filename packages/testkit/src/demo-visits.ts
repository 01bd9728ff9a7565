import {
  hostStatementForm,
  slotForm,
  visitReportForm,
  visitRequestForm,
} from '@semai/domain/study-visits/study-visit.form'
import { dayIn } from '@semai/domain/time/clock'
import type { Db } from '@semai/store/db/transaction'
import { openSlot, requestVisit, stateWillingness } from '@semai/store/study-visits/study-visit-ask.commands'
import { saveReport, takeVisitStep } from '@semai/store/study-visits/study-visit-step.commands'
import { cast } from './cast.ts'

const { author: host, 'author elsewhere': visitor } = cast

/**
 * The invented host of the demonstration says that it receives visitors and opens days; its invented replica came once,
 * with findings, and asks again. After `demonstrateFork`, whose code is given.
 */
export async function demonstrateVisits(
  db: Db,
  { slug, code, now }: { slug: string; code: string; now: Date },
): Promise<void> {
  const words = 'Paling banyak dua rombongan sebulan. Baca rancang bangunnya dulu (rekaan).'
  await stateWillingness(db, host, {
    slug,
    said: hostStatementForm.parse({ willingness: 'limited', words }),
    now,
  })
  const day = (days: number) => dayIn(new Date(now.getTime() + days * 86_400_000))
  const slots: string[] = []
  for (const [days, mode] of [
    [1, 'both'],
    [30, 'virtual'],
  ] as const) {
    const said = { heldOn: day(days), mode, place: 'Aula Dinas Kesehatan Sukamaju (rekaan)', capacity: '12' }
    slots.push(await openSlot(db, host, { slug, said: slotForm.parse(said), now }))
  }
  const ask = (slot: string, questions: string) => {
    const said = { slot, replication: code, people: '4', questions }
    return requestVisit(db, visitor, { said: visitRequestForm.parse(said), now })
  }
  const id = await ask(slots[0]!, 'Bagaimana paket obat dijaga tetap dingin di perahu terbuka?')
  await takeVisitStep(db, host, { id, step: 'accept', now })
  const found = {
    process: 'Serah terima di dermaga dicatat dua kali, oleh apoteker dan oleh kader.',
    cost: 'Bahan bakar Rp 1,2 juta sebulan untuk tiga pulau.',
    failures: 'Dua pekan tanpa pelayaran pada musim barat; stok cadangan di pulau menutupnya.',
  }
  await saveReport(db, visitor, { id, said: visitReportForm.parse(found), now })
  await takeVisitStep(db, visitor, { id, step: 'report', day: dayIn(now), now })
  await ask(slots[1]!, 'Bagaimana kader dilatih mengukur tekanan darah, dan berapa lama?')
}

import { windowSays } from '../action-plans/budget-calendar.ts'
import { linkNames } from '../action-plans/budget-chain.ts'
import type { RecordedLink } from '../action-plans/budget-chain.ts'
import { quarterlyReportLifecycle } from '../monitoring/quarterly-report.lifecycle.ts'
import type { ToldReportStep } from '../monitoring/quarterly-report.lifecycle.ts'
import { declareNotices } from './notice.ts'

/** Which replication: its code, who takes over, and its local name or that of the innovation. */
type Named = { code: string; adopter: string; innovation: string }
/** And which of its reports. */
type OfReport = Named & { report: string; year: number; quarter: number }

/** What is kept of notices about the money and the reports of a replication. */
export type ImplementationDetails = {
  budget_window: Named & { link: RecordedLink; year: number; days: number; isMissed: boolean }
  report_submitted: OfReport
  report_checked: OfReport & { step: ToldReportStep }
}

/** Notices about the money and the reports of a replication. */
export const implementationNotices = declareNotices<ImplementationDetails>({
  budget_window: {
    group: 'replications',
    title: { id: 'Jendela anggaran hampir tertutup', en: 'A window of the budget closes' },
    receives: {
      id: 'penulis, admin lokal, dan pimpinan yang menjalankan',
      en: 'authors, administrators and heads of the adopter',
    },
    subject: ({ innovation, link, year }) => ({
      id: `${linkNames[link].id} ${year}: ${innovation}`,
      en: `${linkNames[link].en} ${year}: ${innovation}`,
    }),
    sentence: ({ adopter, innovation, isMissed, ...window }) => {
      const says = windowSays({ ...window, state: isMissed ? 'missed' : 'open' })
      return {
        id: `${innovation}, ${adopter}: ${says.id} Buka halaman anggarannya: di sana ada jalan yang masih sah.`,
        en: `${innovation}, ${adopter}: ${says.en} Open the page of its budget: it names the ways that are still lawful.`,
      }
    },
    link: ({ code }) => `/replikasi/${code}/anggaran`,
    mail: 'now',
    maySwitchOff: true,
    isUrgent: false,
  },
  report_submitted: {
    group: 'replications',
    title: { id: 'Laporan triwulan menunggu pemeriksaan', en: 'A quarterly report waits to be checked' },
    receives: { id: 'hub dan pendamping', en: 'hub and mentors' },
    subject: ({ innovation, year, quarter }) => ({
      id: `Menunggu Anda: laporan ${innovation}, triwulan ${quarter} ${year}`,
      en: `Waiting for you: report of ${innovation}, quarter ${quarter} of ${year}`,
    }),
    sentence: ({ adopter, innovation, year, quarter }) => ({
      id: `${adopter} mengajukan laporan ${innovation} untuk triwulan ${quarter} ${year}. Nyatakan terverifikasi, atau kembalikan dengan alasan.`,
      en: `${adopter} submitted its report about ${innovation} for quarter ${quarter} of ${year}. Verify it, or return it with a reason.`,
    }),
    link: ({ code, report }) => `/replikasi/${code}/laporan/${report}`,
    mail: 'daily',
    maySwitchOff: true,
    isUrgent: false,
  },
  report_checked: {
    group: 'replications',
    title: { id: 'Laporan triwulan diperiksa', en: 'A quarterly report was checked' },
    receives: {
      id: 'penulis dan admin lokal yang menjalankan',
      en: 'authors and administrators of the adopter',
    },
    subject: ({ innovation, year, quarter, step }) => ({
      id: `Laporan ${innovation}, triwulan ${quarter} ${year}: ${quarterlyReportLifecycle.steps[step].done.id}`,
      en: `Report of ${innovation}, quarter ${quarter} of ${year}: ${quarterlyReportLifecycle.steps[step].done.en}`,
    }),
    sentence: ({ adopter, innovation, year, quarter, step }) => ({
      id: `Laporan ${adopter} tentang ${innovation} untuk triwulan ${quarter} ${year} ${quarterlyReportLifecycle.steps[step].done.id}. Buka untuk melihat catatannya.`,
      en: `The report of ${adopter} about ${innovation} for quarter ${quarter} of ${year} was ${quarterlyReportLifecycle.steps[step].done.en}. Open it to read what was said.`,
    }),
    link: ({ code, report }) => `/replikasi/${code}/laporan/${report}`,
    mail: 'now',
    maySwitchOff: true,
    isUrgent: false,
  },
})

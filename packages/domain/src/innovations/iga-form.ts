import type { Says } from '../text/says.ts'
import type { Stage } from './innovation.ts'

/** Parts of a record that can speak for an indicator. */
export type IgaWitness =
  'regulation' | 'staff' | 'budget' | 'tools' | 'guide' | 'service' | 'replicas' | 'results' | 'indicators'

/** An indicator of an innovation in the index; `witness`: the part of a record that speaks for it, null for none. */
export type IgaIndicator = { key: string; name: Says; witness: IgaWitness | null }

/**
 * What is asked by the form of the regional innovation index in one year. Its list changes from year to year, so it is
 * handed to what reads it and never known there.
 */
export type IgaForm = {
  fewestWords: number
  stages: Readonly<Partial<Record<Stage, string>>>
  indicators: readonly IgaIndicator[]
}

const indicator = (key: string, id: string, en: string, witness: IgaWitness | null = null): IgaIndicator => ({
  key,
  name: { id, en },
  witness,
})

/**
 * The form as far as it is known: stages and the least length of the blueprint as on published copies of it; the twenty
 * indicators of an innovation by their common names, not yet compared with the guide of a year.
 */
export const igaForm: IgaForm = {
  fewestWords: 300,
  stages: {
    idea: 'Inisiatif',
    trial: 'Uji coba',
    implemented: 'Penerapan',
    developed: 'Penerapan',
    institutionalised: 'Penerapan',
  },
  indicators: [
    indicator('regulation', 'Regulasi inovasi', 'Regulation', 'regulation'),
    indicator('staff', 'Ketersediaan SDM', 'Staff', 'staff'),
    indicator('budget', 'Dukungan anggaran', 'Budget', 'budget'),
    indicator('tools', 'Alat kerja', 'Tools', 'tools'),
    indicator('training', 'Bimbingan teknis', 'Training'),
    indicator('planning', 'Integrasi dalam RKPD', 'Place in the yearly plan'),
    indicator('actors', 'Keterlibatan aktor', 'Actors involved'),
    indicator('implementer', 'Pelaksana inovasi', 'Implementing team'),
    indicator('network', 'Jejaring inovasi', 'Network'),
    indicator('socialisation', 'Sosialisasi', 'Making it known'),
    indicator('guide', 'Pedoman teknis', 'Technical guide', 'guide'),
    indicator('information', 'Kemudahan informasi layanan', 'Ease of information'),
    indicator('process', 'Kemudahan proses', 'Ease of process'),
    indicator('complaints', 'Penyelesaian pengaduan', 'Complaints settled'),
    indicator('online', 'Layanan terintegrasi dan daring', 'Online service', 'service'),
    indicator('replication', 'Replikasi', 'Replication', 'replicas'),
    indicator('speed', 'Kecepatan penciptaan', 'Speed of creation'),
    indicator('benefit', 'Kemanfaatan', 'Benefit', 'results'),
    indicator('monitoring', 'Monitoring dan evaluasi', 'Monitoring and evaluation', 'indicators'),
    indicator('quality', 'Kualitas (video)', 'Quality (video)'),
  ],
}

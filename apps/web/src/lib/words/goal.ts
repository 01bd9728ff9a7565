import type { Lang } from '#lib/site/lang.ts'

const names: Record<Lang, readonly string[]> = {
  id: [
    'Tanpa kemiskinan',
    'Tanpa kelaparan',
    'Kehidupan sehat dan sejahtera',
    'Pendidikan berkualitas',
    'Kesetaraan gender',
    'Air bersih dan sanitasi layak',
    'Energi bersih dan terjangkau',
    'Pekerjaan layak dan pertumbuhan ekonomi',
    'Industri, inovasi, dan infrastruktur',
    'Berkurangnya kesenjangan',
    'Kota dan permukiman berkelanjutan',
    'Konsumsi dan produksi yang bertanggung jawab',
    'Penanganan perubahan iklim',
    'Ekosistem lautan',
    'Ekosistem daratan',
    'Perdamaian, keadilan, dan kelembagaan yang tangguh',
    'Kemitraan untuk mencapai tujuan',
  ],
  en: [
    'No poverty',
    'Zero hunger',
    'Good health and well-being',
    'Quality education',
    'Gender equality',
    'Clean water and sanitation',
    'Affordable and clean energy',
    'Decent work and economic growth',
    'Industry, innovation and infrastructure',
    'Reduced inequalities',
    'Sustainable cities and communities',
    'Responsible consumption and production',
    'Climate action',
    'Life below water',
    'Life on land',
    'Peace, justice and strong institutions',
    'Partnerships for the goals',
  ],
}

/** The numbers of the Sustainable Development Goals, 1 to 17. */
export const goals: readonly number[] = names.id.map((_, index) => index + 1)

/**
 * A goal's number and name, as the United Nations (English) and Bappenas (Indonesian) call it.
 * @example goalName('en', 3) // '3. Good health and well-being'
 */
export function goalName(lang: Lang, goal: number): string {
  return `${goal}. ${names[lang][goal - 1]}`
}

import type { Says } from '../text/says.ts'

/** How a job stands: not begun, in hands, failed and to be tried again, given up. A job that is done is gone. */
export const jobStates = ['dead', 'failing', 'running', 'waiting'] as const
export type JobState = (typeof jobStates)[number]

export const jobStateNames: Record<JobState, Says> = {
  dead: { id: 'Menyerah', en: 'given up' },
  failing: { id: 'Akan dicoba lagi', en: 'to be tried again' },
  running: { id: 'Sedang berjalan', en: 'running' },
  waiting: { id: 'Menunggu waktunya', en: 'waiting for its time' },
}

/** What runs by itself beside the site. */
export const jobTasks = [
  'send_mail',
  'warn_of_ending_grants',
  'remind_of_due_news',
  'warn_of_budget_windows',
  'tell_of_new_matches',
  'warn_of_deadlines',
  'open_pulses',
  'ask_for_replies',
  'tell_weekly_duties',
  'forget_old_notices',
  'clean_files',
  'refresh_analyses',
  'find_lost_jobs',
] as const
export type JobTask = (typeof jobTasks)[number]

/** What each task does, for those who look after the site. */
export const jobTaskNames: Record<JobTask, Says> = {
  send_mail: { id: 'Mengirim surel', en: 'Send an e-mail' },
  warn_of_ending_grants: {
    id: 'Mengingatkan peran yang hampir berakhir',
    en: 'Tell of roles about to end',
  },
  remind_of_due_news: {
    id: 'Mengingatkan inovasi yang menunggu kabar',
    en: 'Tell of innovations that wait for news',
  },
  warn_of_budget_windows: {
    id: 'Mengingatkan jendela anggaran',
    en: 'Tell of windows of the budget',
  },
  tell_of_new_matches: {
    id: 'Memberi tahu kebutuhan yang kini ada jawabannya',
    en: 'Tell of innovations that fit a need without an answer',
  },
  warn_of_deadlines: {
    id: 'Mengingatkan tenggat replikasi',
    en: 'Tell of deadlines of replications',
  },
  open_pulses: {
    id: 'Menanyakan replikasi yang berjalan, dan siapa yang mengurusnya',
    en: 'Ask replications that run, and who looks after them',
  },
  ask_for_replies: { id: 'Meminta jawaban atas yang berhenti', en: 'Ask for replies to what stopped' },
  tell_weekly_duties: { id: 'Mengirim ringkasan pekanan tugas', en: 'Tell what the week asks' },
  forget_old_notices: { id: 'Menghapus kabar lama', en: 'Forget old notices' },
  clean_files: { id: 'Membersihkan berkas yang tidak terpakai', en: 'Clean up files in no use' },
  refresh_analyses: { id: 'Menghitung ulang analisis sebaran', en: 'Compute analyses of the spread anew' },
  find_lost_jobs: { id: 'Mencari pekerjaan yang tertinggal', en: 'Find jobs left behind' },
}

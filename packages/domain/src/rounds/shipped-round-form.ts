import type { Says } from '../text/says.ts'
import type { RoundObject } from './round.ts'
import type { RoundQuestion } from './round-question.ts'

const no = { help: null, shows: null, askedOf: ['innovation', 'replication'] satisfies RoundObject[] }
const ofOrganisations = { help: null, shows: null, askedOf: ['organisation'] satisfies RoundObject[] }
const both = (id: string, en: string): Says => ({ id, en })

/**
 * The questions a new round can begin with: the least that tells whether an innovation lasts and spreads. This project's own
 * reading; the form that was used in 2024 is not published.
 */
export const shippedRoundForm: readonly RoundQuestion[] = [
  {
    ...no,
    key: 'q1',
    kind: 'choice',
    text: both('Apakah inovasi ini masih berjalan?', 'Does this innovation still run?'),
    help: both(
      'Bila berhenti, tuliskan kapan dan mengapa pada pertanyaan terakhir.',
      'If it stopped, say when and why under the last question.',
    ),
    isRequired: true,
    shows: 'pulse',
    choices: [
      { key: 'c1', label: both('Berjalan', 'It runs') },
      { key: 'c2', label: both('Berjalan dan berkembang', 'It runs and has grown') },
      { key: 'c3', label: both('Melemah', 'It has weakened') },
      { key: 'c4', label: both('Berhenti', 'It stopped') },
    ],
  },
  {
    ...no,
    key: 'q2',
    kind: 'date',
    text: both('Kapan kegiatan terakhir dilaksanakan?', 'When was it last carried out?'),
    isRequired: true,
    shows: 'started',
  },
  {
    ...no,
    key: 'q3',
    kind: 'long_text',
    text: both('Apa yang berubah sejak mendapat penghargaan?', 'What changed since it was honoured?'),
    isRequired: true,
  },
  {
    ...no,
    key: 'q4',
    kind: 'short_text',
    text: both('Apa dasar hukumnya: jenis dan nomor?', 'What is its legal basis: kind and number?'),
    isRequired: true,
  },
  {
    ...no,
    key: 'q5',
    kind: 'number',
    text: both('Berapa anggarannya tahun ini?', 'What is its budget this year?'),
    unit: both('juta rupiah', 'million rupiah'),
    isRequired: true,
    shows: 'spending',
  },
  {
    ...no,
    key: 'q6',
    kind: 'number',
    text: both('Berapa orang dilayani tahun lalu?', 'How many people were served last year?'),
    unit: both('orang', 'people'),
    isRequired: true,
  },
  {
    ...no,
    key: 'q7',
    kind: 'yes_no',
    text: both('Apakah SOP-nya ditetapkan dan dipakai?', 'Is its procedure laid down and used?'),
    isRequired: true,
  },
  {
    ...no,
    key: 'q8',
    kind: 'number',
    text: both('Berapa instansi lain menjalankannya?', 'How many other agencies run it?'),
    unit: both('instansi', 'agencies'),
    isRequired: false,
    shows: 'replicas',
  },
  {
    ...no,
    key: 'q9',
    kind: 'evidence',
    text: both('Di mana buktinya dapat dilihat?', 'Where can the evidence be seen?'),
    help: both(
      'Laporan, foto kegiatan, atau data pengguna.',
      'A report, pictures of the work, or figures of users.',
    ),
    isRequired: true,
  },
  {
    ...no,
    key: 'q10',
    kind: 'long_text',
    text: both(
      'Apa kendalanya, dan apa rencana tahun depan?',
      'What stands in its way, and what is planned for next year?',
    ),
    isRequired: true,
  },
  {
    ...ofOrganisations,
    key: 'q11',
    kind: 'yes_no',
    text: both(
      'Apakah ada peraturan atau strategi inovasi yang berlaku?',
      'Is there a rule or strategy of innovation in force?',
    ),
    isRequired: true,
  },
  {
    ...ofOrganisations,
    key: 'q12',
    kind: 'number',
    text: both(
      'Berapa inovasi instansi ini yang masih berjalan?',
      'How many innovations of this agency still run?',
    ),
    unit: both('inovasi', 'innovations'),
    isRequired: true,
  },
  {
    ...ofOrganisations,
    key: 'q13',
    kind: 'long_text',
    text: both(
      'Bagaimana instansi ini menjaga inovasi tetap berjalan?',
      'How does this agency keep innovations running?',
    ),
    isRequired: true,
  },
]

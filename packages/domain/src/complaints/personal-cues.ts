/** Words that a name follows, whatever it looks like. */
export const strongTitles = new Set(
  'pak bapak bpk bp bu sdr sdri saudari tn tuan ny nyonya nn nona mas mbak mba mbk kang teh teteh cak cik koh cici ce bli mbok daeng uda uni abah ustad ustaz ustadz ustadzah kiai kyai gus ning raden hj haji hajah drg drs dra prof pdt pendeta romo pastor tgk teuku cut bripka briptu bripda brigadir aiptu aipda kompol ipda iptu akp serka sertu serda pratu kopda kapten'.split(
    ' ',
  ),
)

/** Words that a name may follow, where it looks like one. */
export const weakTitles = new Set(
  'ibu saudara abang bang kakak kak adik dik adek dek om tante paman bibi dr ir h kh st anak istri suami ayah mama papa mamah kakek nenek cucu mertua menantu keponakan sepupu dokter bidan suster perawat guru petugas kades lurah camat kepala ketua sopir satpam pegawai oknum operator admin kader penghulu hakim almarhum almarhumah alm pasien korban tetangga teman pemilik atas'.split(
    ' ',
  ),
)

/** After these comes the name of who writes or is written of, to the end of the sentence or the next small word. */
export const introductions: readonly (readonly string[])[] = [
  ['nama', 'saya'],
  ['nama', 'lengkap'],
  ['nama', 'pelapor'],
  ['nama', 'anak'],
  ['nama', 'istri'],
  ['nama', 'suami'],
  ['nama', 'ibu'],
  ['nama', 'ayah'],
  ['nama', 'pasien'],
  ['nama', 'panggilan'],
  ['nama'],
  ['namaku'],
  ['namanya'],
  ['bernama'],
  ['atas', 'nama'],
  ['perkenalkan', 'saya'],
  ['perkenalkan'],
  ['dipanggil'],
  ['panggil', 'saya'],
  ['pelapor'],
  ['pengirim'],
  ['pengadu'],
  ['tertanda'],
  ['ttd'],
  ['hormat', 'saya'],
  ['hormat', 'kami'],
  ['salam', 'hormat'],
  ['salam'],
  ['wassalam'],
  ['kontak'],
  ['hubungi'],
  ['saksi'],
]

/** Between such a word and the name. */
export const introductionFillers = new Set(
  'saya adalah ialah yaitu lengkap asli pelapor anak istri suami ibu ayah kandung sendiri kami dengan dari pasien bapak pak bu sdr sdri hormat sebagai'.split(
    ' ',
  ),
)

/** An address follows, to the next small word. */
export const strongPlaces = new Set(
  'jl jln jlan gg lrg lorong blok blk perum perumnas dsn dusun kp kmp kel kec ds komp kompleks komplek apartemen rusun rusunawa alamat beralamat berdomisili domisili bertempat kos kost kontrakan cluster klaster griya puri ruko'.split(
    ' ',
  ),
)

/** The name of a place follows, where it looks like one. */
export const weakPlaces = new Set(
  'jalan gang desa kampung kelurahan kecamatan perumahan lingkungan banjar nagari jorong kabupaten kota pasar simpang lampung rt rw provinsi pulau sungai kali bukit gunung sd sdn smp smpn sma sman smk smkn puskesmas rsud masjid musala sekolah'.split(
    ' ',
  ),
)

/** Words between which a family name stands. */
export const kinship = new Set(['bin', 'binti', 'binte', 'alias', 'als', 'al'])

/** After these the text ends with who wrote it. */
export const closings = new Set(
  'terimakasih makasih kasih trims tks thx thanks trimakasih suwun nuwun wassalam salam'.split(' '),
)

/** After these come a day and a place of birth. */
export const births = new Set(['lahir', 'kelahiran', 'ttl', 'tanggallahir'])

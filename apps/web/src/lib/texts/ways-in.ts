import type { SameTexts } from './same-texts.ts'

const id = {
  passkey: {
    title: 'Masuk dengan kunci sandi',
    description: 'Masuk dengan sidik jari, wajah, atau PIN peranti Anda.',
    lead: 'Peranti Anda mengenali Anda dengan sidik jari, wajah, atau PIN. Tidak ada kata sandi yang diketik.',
    signIn: 'Masuk dengan kunci sandi',
    prove: 'Pakai kunci sandi',
    or: 'atau',
    working: 'Ikuti petunjuk peranti Anda …',
    stopped:
      'Belum selesai: dibatalkan, terlalu lama, atau peranti ini tidak punya kunci sandi untuk situs ini. Coba lagi, atau pakai cara lain.',
    there: 'Peranti ini sudah punya kunci sandi untuk akun Anda.',
    unreachable: 'Situs tidak terjangkau. Periksa sambungan, lalu coba lagi.',
    without:
      'Kunci sandi memerlukan peramban yang baru dan skrip yang menyala. Tanpa itu, masuklah dengan kata sandi, lalu kode dari aplikasi.',
    withoutToAdd:
      'Menambah kunci sandi memerlukan peramban yang baru dan skrip yang menyala. Tanpa itu, pasanglah aplikasi kode.',
    otherWays: 'Masuk dengan cara lain',
  },
  signOn: {
    button: (name: string) => `Masuk dengan ${name}`,
    trouble: {
      batal: (name: string) =>
        `Anda tidak jadi masuk dengan ${name}. Coba lagi, atau pakai cara lain di bawah ini.`,
      gagal: (name: string) =>
        `${name} tidak mengizinkan masuk, atau jawabannya tidak dapat dipastikan. Coba lagi; bila berulang, pakai cara lain dan kabari admin Anda.`,
      lewat: (name: string) =>
        `Percobaan masuk dengan ${name} sudah lewat waktunya, sudah dipakai, atau dimulai di peramban lain. Mulai lagi di bawah ini.`,
      'tidak-menjawab': (name: string) =>
        `${name} sedang tidak menjawab. Coba lagi beberapa saat lagi, atau pakai cara lain di bawah ini.`,
      'belum-terhubung': (name: string) =>
        `${name} mengenali Anda, tetapi belum terhubung dengan akun di sini. Masuklah sekali dengan cara yang sudah Anda punya; sesudah itu Anda dapat menghubungkannya. Belum punya akun? Akun diberikan lewat undangan.`,
    },
    alsoThere: (name: string) => `Anda mungkin masih masuk di ${name}.`,
    signOutThere: (name: string) => `Keluar juga dari ${name}`,
    invited: (name: string, email: string) =>
      `${name} memastikan alamat ${email} milik Anda. Kata sandi tidak diperlukan.`,
    acceptWith: (name: string) => `Pakai ${name}, tanpa kata sandi`,
    accept: 'Buat akun dan masuk',
    otherAddress: (name: string) =>
      `Alamat surel Anda di ${name} berbeda dari alamat yang diundang, atau belum diperiksa di sana. Buatlah akun dengan kata sandi.`,
  },
  again: {
    title: 'Pastikan ini Anda',
    description: 'Buktikan sekali lagi siapa Anda sebelum mengubah pengaman akun.',
    lead: 'Sebelum mengubah cara masuk ke akun, ketik kata sandi Anda sekali lagi.',
    leadWithout: 'Sebelum mengubah cara masuk ke akun, masuklah sekali lagi.',
    password: 'Kata sandi',
    submit: 'Lanjutkan',
    with: (name: string) => `Pastikan dengan ${name}`,
    onlyCode: 'Pakai kode cadangan',
    leadPasskey: 'Pakai kunci sandi di peranti Anda. Peranti hilang? Ketik salah satu kode cadangan.',
    leadBoth: 'Pakai kunci sandi, atau ketik enam angka dari aplikasi kode di telepon Anda.',
    backup: 'Kode cadangan',
  },
  safety: {
    title: 'Cara masuk dan pengaman',
    password: 'Ganti kata sandi',
    passwordFirst: 'Buat kata sandi',
    passwordSays:
      'Sesi di peramban lain berakhir dan token program dicabut; Anda tetap masuk di sini, dan diberi kabar.',
    passwordSave: 'Simpan kata sandi',
    passwordChanged: 'Kata sandi sudah diganti. Sesi di peramban lain sudah berakhir.',
    description: 'Kata sandi, kunci sandi, aplikasi kode, dan layanan yang membuka akun Anda.',
    lead: 'Peran yang memeriksa, menilai, atau mengelola memerlukan lebih dari kata sandi: kunci sandi atau aplikasi kode. Satu saja cukup; dua lebih aman bila salah satunya hilang.',
    back: 'Akun saya',
    passkeys: 'Kunci sandi',
    passkeysSays:
      'Sidik jari, wajah, atau PIN di telepon dan komputer Anda. Tidak dapat ditebak, dan tidak dapat dipancing situs tiruan.',
    noSite: (address: string) =>
      `Kunci sandi tidak dapat dipakai di alamat ini (${address}): peramban memerlukan nama situs dan HTTPS.`,
    made: (moment: string) => `dibuat ${moment}`,
    used: (moment: string) => `terakhir dipakai ${moment}`,
    unused: 'belum pernah dipakai masuk',
    synced: 'tersalin di beberapa peranti',
    remove: 'Hapus',
    removeSays:
      'Kunci ini tidak lagi membuka akun Anda, dan semua peramban lain dikeluarkan. Hapus juga dari peranti Anda bila masih ada.',
    removeNow: (name: string) => `Hapus "${name}"`,
    name: 'Nama kunci',
    nameHint: 'Supaya Anda mengenalinya nanti.',
    add: 'Tambah kunci sandi',
    app: 'Aplikasi kode',
    appSays: 'Aplikasi di telepon yang menampilkan enam angka, berganti setiap setengah menit.',
    appAlso: 'Pasang aplikasi kode juga',
    appThere: 'Terpasang.',
    appReplace: 'Ganti aplikasi kode',
    appReplaceSays: 'Sesudah diganti, aplikasi yang lama dan kode cadangan yang lama tidak berlaku lagi.',
    added: 'Kunci sandi ditambahkan. Lain kali Anda dapat masuk dengannya.',
    addedTitle: 'Kunci sandi ditambahkan',
    removed: 'Kunci sandi dihapus, dan semua peramban lain sudah dikeluarkan.',
    service: (name: string) => `Masuk dengan ${name}`,
    serviceSays: (name: string) =>
      `Bila terhubung, Anda dapat masuk lewat ${name} tanpa kata sandi di sini. Pengaman kedua akun ini tetap diminta.`,
    serviceUse: (name: string) => `Hubungkan dengan ${name}`,
    serviceArrived: (name: string, email: string) => `${name} mengenali Anda sebagai ${email}.`,
    noAddress: 'orang tanpa alamat surel',
    serviceLink: 'Hubungkan dengan akun ini',
    serviceLinked: (name: string) => `Terhubung. Anda dapat masuk lewat ${name}.`,
    serviceSince: (moment: string) => `Terhubung sejak ${moment}.`,
    serviceUnlink: 'Putuskan',
    serviceUnlinkSays: (name: string) =>
      `Sesudah diputus, ${name} tidak lagi membuka akun ini, dan semua peramban lain dikeluarkan.`,
    serviceUnlinked: 'Sudah diputus, dan semua peramban lain sudah dikeluarkan.',
  },
}

const en: SameTexts<typeof id> = {
  passkey: {
    title: 'Sign in with a passkey',
    description: 'Sign in with the fingerprint, face or PIN of your device.',
    lead: 'Your device recognises you by fingerprint, face or PIN. No password is typed.',
    signIn: 'Sign in with a passkey',
    prove: 'Use a passkey',
    or: 'or',
    working: 'Follow what your device says …',
    stopped:
      'Not done: it was cancelled, took too long, or this device has no passkey for this site. Try again, or use another way.',
    there: 'This device has a passkey for your account already.',
    unreachable: 'The site cannot be reached. Check the connection and try again.',
    without:
      'Passkeys need a recent browser with scripts on. Without, sign in with the password and then a code from the app.',
    withoutToAdd: 'Adding a passkey needs a recent browser with scripts on. Without, set up a code app.',
    otherWays: 'Sign in another way',
  },
  signOn: {
    button: (name) => `Sign in with ${name}`,
    trouble: {
      batal: (name) => `You turned back from ${name}. Try again, or use another way below.`,
      gagal: (name) =>
        `${name} did not let you in, or its answer could not be confirmed. Try again; if it happens again, use another way and tell your administrator.`,
      lewat: (name) =>
        `This sign-on with ${name} is past its time, was used, or began in another browser. Begin again below.`,
      'tidak-menjawab': (name) =>
        `${name} does not answer at the moment. Try again in a while, or use another way below.`,
      'belum-terhubung': (name) =>
        `${name} recognises you but is not linked to an account here. Sign in once by what you already have; then you can link it. No account yet? Accounts come by invitation.`,
    },
    alsoThere: (name) => `You may still be signed in at ${name}.`,
    signOutThere: (name) => `Sign out of ${name} too`,
    invited: (name, email) => `${name} vouches that ${email} is yours. No password is needed.`,
    acceptWith: (name) => `Use ${name}, without a password`,
    accept: 'Make the account and sign in',
    otherAddress: (name) =>
      `Your e-mail address at ${name} differs from the one invited, or was not checked there. Make the account with a password.`,
  },
  again: {
    title: 'Show that it is you',
    description: 'Prove once more who you are before the ways into your account change.',
    lead: 'Before you change the ways into your account, type your password once more.',
    leadWithout: 'Before you change the ways into your account, sign in once more.',
    password: 'Password',
    submit: 'Go on',
    with: (name) => `Confirm with ${name}`,
    onlyCode: 'Use a recovery code',
    leadPasskey: 'Use the passkey of your device. Lost the device? Type one of the recovery codes.',
    leadBoth: 'Use a passkey, or type the six digits from the code app on your phone.',
    backup: 'Recovery code',
  },
  safety: {
    title: 'Ways to sign in',
    password: 'Change the password',
    passwordFirst: 'Make a password',
    passwordSays:
      'Sessions in other browsers end and tokens of programs are revoked; you stay signed in here, and are told.',
    passwordSave: 'Keep the password',
    passwordChanged: 'The password was changed. Sessions in other browsers are over.',
    description: 'Password, passkeys, code app and services that open your account.',
    lead: 'Roles that check, judge or administer need more than a password: a passkey or a code app. One is enough; two are safer when one is lost.',
    back: 'My account',
    passkeys: 'Passkeys',
    passkeysSays:
      'The fingerprint, face or PIN of your phone and computer. Nobody can guess it, and no imitation site can fish for it.',
    noSite: (address) =>
      `Passkeys cannot be used at this address (${address}): browsers need the name of a site and HTTPS.`,
    made: (moment) => `made ${moment}`,
    used: (moment) => `last used ${moment}`,
    unused: 'not used to sign in yet',
    synced: 'copied to several devices',
    remove: 'Remove',
    removeSays:
      'This key no longer opens your account, and every other browser is signed out. Delete it from your device too, if it is still there.',
    removeNow: (name) => `Remove "${name}"`,
    name: 'Name of the key',
    nameHint: 'So that you know it again later.',
    add: 'Add a passkey',
    app: 'Code app',
    appSays: 'An app on the phone that shows six digits, new ones every half minute.',
    appAlso: 'Set up a code app too',
    appThere: 'Set up.',
    appReplace: 'Replace the code app',
    appReplaceSays: 'Once it is replaced, the earlier app and the earlier recovery codes no longer work.',
    added: 'The passkey was added. You can sign in with it next time.',
    addedTitle: 'The passkey was added',
    removed: 'The passkey was removed, and every other browser is signed out.',
    service: (name) => `Sign in with ${name}`,
    serviceSays: (name) =>
      `Once linked, you can sign in through ${name} without a password here. The second factor of this account is still asked for.`,
    serviceUse: (name) => `Link ${name}`,
    serviceArrived: (name, email) => `${name} recognises you as ${email}.`,
    noAddress: 'somebody without an e-mail address',
    serviceLink: 'Link to this account',
    serviceLinked: (name) => `Linked. You can sign in through ${name}.`,
    serviceSince: (moment) => `Linked since ${moment}.`,
    serviceUnlink: 'Take the link away',
    serviceUnlinkSays: (name) =>
      `${name} then no longer opens this account, and every other browser is signed out.`,
    serviceUnlinked: 'The link was taken away, and every other browser is signed out.',
  },
}

export const waysInTexts = { id, en }

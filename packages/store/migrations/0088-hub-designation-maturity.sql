-- Hubs: the decree that designates one, for whom it is there, and how mature it is.
create table hub_decree (
  id uuid primary key,
  region_code text references region (code),
  organisation_id uuid references organisation (id),
  number text not null check (length(number) between 3 and 120),
  decided_on date not null,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  link text check (length(link) <= 500),
  note text check (length(note) <= 1000),
  recorded_by uuid references person (id),
  recorded_at timestamptz not null,
  check (num_nonnulls(region_code, organisation_id) = 1),
  unique nulls not distinct (region_code, organisation_id, number)
);
comment on table hub_decree is 'A decree that designates a hub, with its validity. Earlier ones stay: which is in force follows from the days.';

create table hub_decree_scope (
  decree_id uuid not null references hub_decree (id) on delete cascade,
  position integer not null check (position > 0),
  region_code text references region (code),
  organisation_id uuid references organisation (id),
  primary key (decree_id, position),
  check (num_nonnulls(region_code, organisation_id) = 1)
);
comment on table hub_decree_scope is 'The regions and agencies a decree puts a hub in charge of.';

create table maturity_instrument (
  version integer primary key check (version > 0),
  note_id text not null check (length(note_id) between 5 and 1000),
  note_en text not null check (length(note_en) between 5 and 1000),
  levels jsonb not null,
  aspects jsonb not null,
  reply_days integer not null check (reply_days between 0 and 365),
  made_by uuid references person (id),
  made_at timestamptz not null
);
comment on table maturity_instrument is 'A version of the maturity instrument of hubs: its levels, the weight of each aspect, the days a hub has for a reply. Never changed; a new one is a new version.';

create table maturity_item (
  version integer not null references maturity_instrument (version),
  key text not null check (key ~ '^[a-z][a-z0-9_]{1,39}$'),
  aspect text not null check (aspect in ('planning', 'institutionalisation', 'dissemination', 'evaluation')),
  position integer not null check (position > 0),
  text_id text not null check (length(text_id) between 5 and 300),
  text_en text not null check (length(text_en) between 5 and 300),
  weight numeric(6, 2) not null check (weight > 0),
  primary key (version, key)
);
comment on table maturity_item is 'What a hub is asked in a version of the instrument. The four aspects are the programme''s; items, weights and levels are not known and are data.';

create table maturity_assessment (
  id uuid primary key,
  region_code text references region (code),
  organisation_id uuid references organisation (id),
  version integer not null references maturity_instrument (version),
  year integer not null check (year between 2015 and 2100),
  state text not null check (state in ('draft', 'submitted', 'returned', 'reviewed', 'published')),
  revision integer not null default 0,
  reason text check (length(reason) <= 2000),
  started_by uuid references person (id),
  started_at timestamptz not null,
  reviewed_at timestamptz,
  moved_at timestamptz not null,
  check (num_nonnulls(region_code, organisation_id) = 1),
  unique nulls not distinct (region_code, organisation_id, year)
);
comment on table maturity_assessment is 'How mature a hub says it is in a year, what the ministry found, and whether that is public.';
create index maturity_assessment_state on maturity_assessment (state, moved_at);

create table maturity_answer (
  assessment_id uuid not null references maturity_assessment (id) on delete cascade,
  key text not null,
  level integer check (level between 0 and 9),
  evidence text check (length(evidence) <= 2000),
  reviewed_level integer check (reviewed_level between 0 and 9),
  review_note text check (length(review_note) <= 1000),
  primary key (assessment_id, key)
);
comment on table maturity_answer is 'The level a hub gives itself for an item with its evidence, and the level the ministry found.';

-- A first version, so that hubs can begin: a proposal of this house, said to be one wherever it is shown.
insert into maturity_instrument (version, note_id, note_en, levels, aspects, reply_days, made_at) values (1,
  'Empat aspeknya dari program; butir, bobot, dan tingkatnya usulan awal karena yang resmi tidak diketahui.',
  'The four aspects are the programme''s; items, weights and levels are a first proposal, because the official ones are not known.',
  '[{"id": "belum ada", "en": "not there"}, {"id": "dirintis", "en": "begun"}, {"id": "berjalan", "en": "in practice"}, {"id": "terukur", "en": "measured"}, {"id": "membudaya", "en": "a habit"}]',
  '{"planning": 1, "institutionalisation": 1, "dissemination": 1, "evaluation": 1}', 30, now());
insert into maturity_item (version, key, aspect, position, text_id, text_en, weight) values
  (1, 'roadmap', 'planning', 10, 'Rencana kerja hub dengan sasaran tahunan disahkan pimpinan.', 'A work plan of the hub with yearly targets is approved by its head.', 1),
  (1, 'needs', 'planning', 20, 'Kebutuhan dan kesenjangan anggota dipetakan dan diperbarui tiap tahun.', 'Needs and gaps of members are mapped and brought up to date each year.', 1),
  (1, 'budget', 'planning', 30, 'Kegiatan hub punya pos anggaran.', 'The work of the hub has a budget line.', 1),
  (1, 'decree', 'institutionalisation', 40, 'Pengelola hub ditetapkan dengan surat keputusan dan punya pembagian tugas.', 'Those who run the hub are named in a decree with their tasks.', 1),
  (1, 'mentors', 'institutionalisation', 50, 'Tim pendamping tersedia dan bebannya terjaga.', 'There are teams of mentors, and their load is kept in bounds.', 1),
  (1, 'procedure', 'institutionalisation', 60, 'Pendampingan berjalan menurut SOP dan janji layanan.', 'Mentoring follows a written procedure and promised times.', 1),
  (1, 'forum', 'dissemination', 70, 'Forum pertukaran pengetahuan diadakan teratur dengan berita acara.', 'Forums to exchange knowledge are held regularly, with minutes.', 1),
  (1, 'replication', 'dissemination', 80, 'Replikasi antaranggota difasilitasi sampai berjalan.', 'Replications among members are helped until they run.', 1),
  (1, 'publication', 'dissemination', 90, 'Inovasi anggota didokumentasikan dan dapat dibaca siapa saja.', 'Innovations of members are documented and can be read by everyone.', 1),
  (1, 'monitoring', 'evaluation', 100, 'Replikasi anggota dipantau dan laporannya diverifikasi tepat waktu.', 'Replications of members are followed, and their reports verified in time.', 1),
  (1, 'results', 'evaluation', 110, 'Hasil bagi warga diukur dan dibandingkan dengan nilai awal.', 'Results for citizens are measured against a baseline.', 1),
  (1, 'learning', 'evaluation', 120, 'Temuan evaluasi mengubah rencana tahun berikutnya.', 'What was found changes the plan of the next year.', 1);

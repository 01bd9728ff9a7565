-- Proposals for the competition, prepared beside a record: forms as data, and working texts kept with the innovation.
create table proposal_form (
  key text primary key,
  name_id text not null,
  name_en text not null,
  source text not null,
  aspects jsonb not null check (jsonb_typeof(aspects) = 'array'),
  is_offered boolean not null
);
comment on table proposal_form is 'What a competition asks in one edition and group: its aspects in order, with weights in per cent and most words. Rules that change yearly are data.';
comment on column proposal_form.aspects is 'Each with key, name in both languages, weight, most_words (null where no limit is known) and from: the parts of a record and its blueprint that fill it first.';
comment on column proposal_form.is_offered is 'Whether new texts are laid out by it; those begun before keep it.';

insert into proposal_form (key, name_id, name_en, source, is_offered, aspects) values (
  'kipp-2023-umum', 'KIPP 2023, Kelompok Umum', 'KIPP 2023, general group',
  'Panduan penulisan proposal KIPP 2023 (salinan di 123dok); batas kata hanya diketahui untuk ringkasan',
  true,
  '[
    {"key": "ringkasan", "name": {"id": "Ringkasan", "en": "Summary"}, "weight": 0, "most_words": 200, "from": ["summary"]},
    {"key": "latar-belakang", "name": {"id": "Latar belakang dan tujuan", "en": "Background and aim"}, "weight": 10, "most_words": null, "from": ["problem", "blueprint:problem"]},
    {"key": "kebaruan", "name": {"id": "Kebaruan atau nilai tambah", "en": "Novelty or added value"}, "weight": 15, "most_words": null, "from": ["solution"]},
    {"key": "implementasi", "name": {"id": "Implementasi inovasi", "en": "Implementation"}, "weight": 5, "most_words": null, "from": ["blueprint:process_step"]},
    {"key": "signifikansi", "name": {"id": "Signifikansi", "en": "Significance"}, "weight": 30, "most_words": null, "from": ["results", "resultsText", "users", "inclusion"]},
    {"key": "adaptabilitas", "name": {"id": "Adaptabilitas", "en": "Adaptability"}, "weight": 20, "most_words": null, "from": ["replicas", "blueprint:lesson"]},
    {"key": "sumber-daya", "name": {"id": "Sumber daya", "en": "Resources"}, "weight": 5, "most_words": null, "from": ["staff", "cost", "costNote", "blueprint:staff", "blueprint:equipment", "blueprint:digital_part"]},
    {"key": "keberlanjutan", "name": {"id": "Strategi keberlanjutan", "en": "Strategy for continuity"}, "weight": 15, "most_words": null, "from": ["legalBasis", "blueprint:legal_basis", "blueprint:risk"]}
  ]'
);

create table proposal_edit (
  id uuid primary key,
  innovation_id uuid not null references innovation (id) on delete cascade,
  form_key text not null references proposal_form (key),
  content jsonb not null,
  revision integer not null default 0,
  started_by uuid references person (id),
  started_at timestamptz not null,
  saved_by uuid references person (id),
  saved_at timestamptz not null
);
comment on table proposal_edit is 'A proposal as it is prepared beside its innovation, one for each form; it is submitted nowhere.';
comment on column proposal_edit.content is 'What was typed, by the key of the aspect.';
create unique index proposal_edit_of on proposal_edit (innovation_id, form_key);
create index proposal_edit_form on proposal_edit (form_key);

create table proposal_edit_copy (
  id uuid primary key,
  edit_id uuid not null references proposal_edit (id) on delete cascade,
  content jsonb not null,
  revision integer not null,
  person_id uuid references person (id),
  saved_at timestamptz not null,
  taken_at timestamptz
);
comment on table proposal_edit_copy is 'A text of a proposal that lost a race: nothing typed is lost, and people decide.';
create index proposal_edit_copy_of on proposal_edit_copy (edit_id, saved_at desc) where taken_at is null;

create table proposal_edit_presence (
  edit_id uuid not null references proposal_edit (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  seen_at timestamptz not null,
  primary key (edit_id, person_id)
);
comment on table proposal_edit_presence is 'Who has the editor of a proposal open now, by the last sign of life.';

-- Needs of organisations: what they lack, and the sittings in which mentors write them down.
create table need_session (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  held_on date not null,
  present text not null check (length(present) between 3 and 500),
  minute text not null check (length(minute) between 10 and 6000),
  person_id uuid references person (id),
  recorded_at timestamptz not null
);
comment on table need_session is 'A sitting in which the gaps of an organisation were mapped, with its minute; read by its own people and by who guides it.';
comment on column need_session.present is 'Offices and posts, not names.';
create index need_session_of on need_session (organisation_id, held_on desc, id desc);

create table need (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  region_code text references region (code),
  province_code text references region (code),
  session_id uuid references need_session (id),
  source_key text,
  state text not null check (state in ('draft', 'stated', 'decided', 'unmet', 'closed', 'withdrawn')),
  title text not null check (length(title) between 3 and 160),
  sector text not null,
  content jsonb not null,
  priority integer check (priority between 0 and 100),
  priority_rule text not null,
  revision integer not null default 0,
  origin text not null check (origin in ('form', 'sheet', 'complaints')),
  ending text check (ending in ('met', 'own_way', 'merged', 'gone', 'other')),
  idea_edit_id uuid references innovation_edit (id),
  started_by uuid references person (id),
  started_at timestamptz not null,
  saved_at timestamptz not null,
  stated_at timestamptz,
  moved_at timestamptz not null,
  unique (organisation_id, source_key),
  check (stated_at is not null or state in ('draft', 'withdrawn'))
);
comment on table need is 'A gap of an organisation: service, figures, causes, limits, evidence. Public from the moment it is stated.';
comment on column need.source_key is 'The row of a file it came from: sent again it is the same need. Null for what was typed.';
comment on column need.priority is 'By the rule named in priority_rule; null while something is not judged.';
comment on column need.idea_edit_id is 'The working text of an innovation of one''s own that was opened because nothing answered.';
create index need_newest on need (stated_at desc, id desc) where state in ('stated', 'decided', 'unmet', 'closed');
create index need_province on need (province_code, stated_at desc, id desc);
create index need_sector on need (sector, stated_at desc, id desc);
create index need_of on need (organisation_id, state, saved_at desc, id desc);
create index need_in_session on need (session_id);

create table need_step (
  id uuid primary key,
  need_id uuid not null references need (id) on delete cascade,
  step text not null,
  from_state text not null,
  to_state text not null,
  reason_code text,
  reason text check (length(reason) <= 2000),
  person_id uuid references person (id),
  at timestamptz not null
);
comment on table need_step is 'Steps of a need with their reasons. A reason is read by its own people and who guides them; why nothing answers it is read by everyone.';
create index need_step_of on need_step (need_id, at, id);

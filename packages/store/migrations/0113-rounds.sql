-- Rounds: whom the ministry asks by when, with a form that is data, and what becomes of it. Monitoring now; competitions may follow.
create table round (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z0-9-]{3,80}$'),
  kind text not null check (kind in ('monitoring')),
  name text not null check (length(name) between 3 and 160),
  year integer not null check (year between 2014 and 2100),
  state text not null check (state in ('draft', 'answering', 'assessing', 'presenting', 'decided', 'published', 'cancelled')),
  opens_on date not null,
  answers_until timestamptz not null,
  assessors_per_locus integer not null check (assessors_per_locus between 1 and 9),
  combining text not null check (combining in ('mean', 'crossed')),
  basis text check (length(basis) <= 300),
  basis_link text check (length(basis_link) <= 500),
  form_version integer not null default 0 check (form_version >= 0),
  revision integer not null default 1,
  made_by uuid references person (id),
  made_at timestamptz not null,
  moved_at timestamptz not null,
  published_at timestamptz,
  check ((state = 'published') = (published_at is not null))
);
comment on table round is 'A round in which chosen innovations, replications or organisations answer a form by a deadline, are assessed and honoured. Its rules are its own: a past round keeps them.';
comment on column round.answers_until is 'From this moment on nothing is submitted; a locus may have been given more time.';
comment on column round.combining is 'How the scores of several assessors become one, said before the round opens.';
create index round_listed on round (year desc, made_at desc, id desc);

create table round_form (
  round_id uuid not null references round (id) on delete cascade,
  version integer not null check (version > 0),
  questions jsonb not null check (jsonb_typeof(questions) = 'array'),
  made_by uuid references person (id),
  made_at timestamptz not null,
  primary key (round_id, version)
);
comment on table round_form is 'The questions of a round, as data; each change is a version, and the round names the one that holds.';

create table round_group (
  id uuid primary key,
  round_id uuid not null references round (id) on delete cascade,
  position integer not null,
  name_id text not null check (length(name_id) between 3 and 160),
  name_en text not null check (length(name_en) between 3 and 160),
  objects text not null check (objects in ('innovation', 'replication', 'organisation')),
  awards integer not null check (awards between 1 and 500),
  presentation_share double precision not null check (presentation_share >= 0 and presentation_share < 1),
  criteria jsonb not null check (jsonb_typeof(criteria) = 'array'),
  unique (round_id, position)
);
comment on table round_group is 'What is honoured apart in a round: what its loci are, the criteria with their weights in per cent, how many awards there are.';
comment on column round_group.presentation_share is 'What the presentation weighs in the final score, from 0 (none is held) to below 1.';

create table round_locus (
  id uuid primary key,
  round_id uuid not null references round (id) on delete cascade,
  group_id uuid not null references round_group (id) on delete cascade,
  innovation_id uuid references innovation (id),
  replication_id uuid references replication (id),
  organisation_id uuid not null references organisation (id),
  chosen_by text not null check (chosen_by in ('rule', 'hand')),
  chosen_why text not null check (length(chosen_why) between 3 and 400),
  extended_until timestamptz,
  added_by uuid references person (id),
  added_at timestamptz not null,
  check (replication_id is null or innovation_id is not null)
);
comment on table round_locus is 'What is looked at in a group of a round: an innovation, a replication (with the innovation it takes over) or an organisation; and who answers for it.';
comment on column round_locus.organisation_id is 'Who is asked to answer.';
comment on column round_locus.extended_until is 'The later moment until which this locus may submit, where the ministry gave it one.';
create unique index round_locus_once on round_locus (group_id, coalesce(replication_id, innovation_id, organisation_id));
create index round_locus_of on round_locus (round_id, group_id, id);
create index round_locus_asked on round_locus (organisation_id, round_id);

create table round_extension (
  id uuid primary key,
  locus_id uuid not null references round_locus (id) on delete cascade,
  until timestamptz not null,
  reason text not null check (length(reason) between 5 and 1000),
  given_by uuid references person (id),
  given_at timestamptz not null
);
comment on table round_extension is 'That a locus was given more time, until when and why.';
create index round_extension_of on round_extension (locus_id, given_at);

create table round_step (
  id uuid primary key,
  ordinal bigint generated always as identity,
  round_id uuid not null references round (id) on delete cascade,
  step text not null,
  from_state text not null,
  to_state text not null,
  reason text check (length(reason) <= 2000),
  person_id uuid references person (id),
  at timestamptz not null
);
comment on table round_step is 'What the ministry did with a round, with its reason; the person is never shown.';
create index round_step_of on round_step (round_id, ordinal);

alter table organisation_move drop constraint organisation_move_kind_check;
alter table organisation_move add constraint organisation_move_kind_check
  check (kind in ('innovation', 'claim', 'claim_unit', 'part', 'person', 'grant', 'draft', 'correction', 'request', 'invitation',
    'replication', 'replication_institution', 'engagement', 'mentor_team', 'finding', 'programme', 'locus'));

-- What citizens say of innovations without an account: that one is of use, and that one does not run where it is said to run.
create table voice_salt (
  day date primary key,
  salt bytea not null check (length(salt) = 32)
);
comment on table voice_salt is 'A random salt for the marks of one day; it is deleted with them, and nobody can then tell what they were of.';

create table voice_device (
  day date not null references voice_salt (day) on delete cascade,
  mark bytea not null check (length(mark) = 32),
  primary key (day, mark)
);
comment on table voice_device is 'A device that said something of a record today, as a keyed hash of both: it tells that the same is said twice, not by whom or of what. Deleted when the day is over.';

create table voice_useful (
  id uuid primary key,
  innovation_id uuid not null references innovation (id) on delete cascade,
  region_code text references region (code),
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  times integer not null check (times > 0),
  unique nulls not distinct (innovation_id, region_code, month)
);
comment on table voice_useful is 'How often an innovation was called useful in a month; of those who said so nothing is kept.';
comment on column voice_useful.region_code is 'Where, when it was said on the page of a region.';

create table voice (
  id uuid primary key,
  claim_id uuid not null references claim (id) on delete cascade,
  state text not null check (state in ('received', 'shown', 'rejected')),
  words text check (length(words) between 1 and 400),
  said_on date not null,
  correction_id uuid unique references correction (id) on delete set null,
  moved_at timestamptz not null,
  check (state <> 'rejected' or words is null)
);
comment on table voice is 'Somebody says that an innovation does not run where a claim says so. It never changes the claim; shown, it opens a question to whoever runs it.';
comment on column voice.words is 'Without personal data, which is removed before anything is stored; gone when rejected.';
create index voice_queue on voice (state, said_on, id);
create index voice_of_claim on voice (claim_id, state, said_on desc, id desc);

create table voice_step (
  id uuid primary key,
  voice_id uuid not null references voice (id) on delete cascade,
  step text not null,
  from_state text not null,
  to_state text not null,
  reason_code text,
  person_id uuid references person (id),
  at timestamptz not null
);
comment on table voice_step is 'Who let a voice be shown, or rejected it and why.';
create index voice_step_of on voice_step (voice_id, at, id);

alter table correction add column claim_id uuid references claim (id) on delete set null;
comment on column correction.claim_id is 'The claim that citizens question; its answer is always public. Null for all else.';
create index correction_claim on correction (claim_id) where claim_id is not null;

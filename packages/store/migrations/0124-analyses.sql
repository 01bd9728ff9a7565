-- Heavy analyses: what came out, under a fingerprint of what went in. Losing them loses nothing.
create table analysis (
  name text not null check (name ~ '^[a-z_]+$'),
  inputs text not null check (inputs ~ '^[A-Za-z0-9_-]{43}$'),
  state text not null check (state in ('running', 'done', 'failed')),
  progress real not null default 0 check (progress between 0 and 1),
  answer jsonb,
  asked_at timestamptz not null,
  ended_at timestamptz,
  primary key (name, inputs),
  check ((state = 'done') = (answer is not null)),
  check ((state = 'running') = (ended_at is null))
);
comment on table analysis is 'An analysis of the spread: made from open data only, recomputed when they change, the newest and the one before kept.';
comment on column analysis.asked_at is 'When the data were last such that this is their analysis.';
comment on column analysis.inputs is 'SHA-256 of the version of the method and of everything it was made from.';
create index analysis_newest on analysis (name, asked_at desc);

-- The pulse of a replication: asked at set times whether it still runs; silence is kept as silence.
create table pulse_questions (
  version integer primary key check (version > 0),
  questions jsonb not null check (jsonb_typeof(questions) = 'array'),
  made_by uuid references person (id),
  made_at timestamptz not null
);
comment on table pulse_questions is 'The short questions of a pulse, as data: a pulse keeps the version it was opened with. The shipped ones are version 1.';

create table pulse (
  id uuid primary key,
  replication_id uuid not null references replication (id) on delete cascade,
  round text not null check (round ~ '^(m6|m12|20[0-9]{2})$'),
  questions_version integer not null references pulse_questions (version),
  due_on date not null,
  until_on date not null check (until_on > due_on),
  opened_at timestamptz not null,
  asked_at timestamptz,
  answered_at timestamptz,
  answer text check (answer in ('running', 'grown', 'weakened', 'stopped', 'revived')),
  way text check (way in ('account', 'sheet', 'link')),
  stopped_on date,
  stop_reason text,
  answers jsonb not null default '{}' check (jsonb_typeof(answers) = 'object'),
  note text check (length(note) <= 2000),
  name text check (length(name) <= 120),
  post text check (length(post) <= 160),
  person_id uuid references person (id),
  holds_until date,
  unique (replication_id, round),
  check ((answered_at is null) = (answer is null)),
  check ((answered_at is null) = (way is null)),
  check (coalesce(answer = 'stopped', false) = (stopped_on is not null)),
  check ((stopped_on is null) = (stop_reason is null)),
  check ((holds_until is not null) = coalesce(answer <> 'stopped', false)),
  check (way is distinct from 'link' or (name is not null and post is not null))
);
comment on table pulse is 'One asking whether a replication still runs: due, asked, answered, or lapsed without an answer once its last day has passed.';
comment on column pulse.round is 'Six or twelve months after operation began, or the year of the national update month.';
comment on column pulse.until_on is 'The last day on which it can be answered; after it, silence is shown as no answer.';
comment on column pulse.answers is 'What was answered to the questions of its version, by key.';
comment on column pulse.name is 'Who answered through a link, as typed; read by both sides and those who guide it.';
comment on column pulse.holds_until is 'The last day on which an answer that it runs holds.';
create index pulse_of on pulse (replication_id, due_on desc);
create index pulse_open on pulse (until_on, id) where answered_at is null;
create index pulse_answered on pulse (answered_at, id) where answered_at is not null;

create table pulse_told (
  pulse_id uuid not null references pulse (id) on delete cascade,
  stage text not null check (stage in ('due', 'near', 'lapsed')),
  told_at timestamptz not null,
  primary key (pulse_id, stage)
);
comment on table pulse_told is 'That people were told that a pulse is due, is about to lapse, or lapsed: once each.';

-- What people without an account send: that a record is wrong, and that they need an account.
create table correction (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('innovation', 'region', 'organisation')),
  innovation_id uuid references innovation (id) on delete cascade,
  region_code text references region (code),
  subject_organisation_id uuid references organisation (id),
  organisation_id uuid references organisation (id),
  state text not null check (state in ('received', 'asked', 'accepted', 'declined', 'withdrawn')),
  wrong text not null check (length(wrong) between 1 and 2000),
  "right" text not null check (length("right") between 1 and 2000),
  source text not null check (length(source) between 1 and 500),
  change_path text check (length(change_path) <= 300),
  change_version integer,
  is_public boolean not null default false,
  received_at timestamptz not null,
  moved_at timestamptz not null,
  check (num_nonnulls(innovation_id, region_code, subject_organisation_id) = 1),
  check (change_path is null or state = 'accepted'),
  check (not is_public or state in ('accepted', 'declined'))
);
comment on table correction is 'Somebody says that a record is wrong, and what was answered. The words of the sender are read by who answers and by the sender; only an answer marked public is shown to everyone.';
comment on column correction.organisation_id is 'Whose record it is, and who answers; null where no government or institution is known, then the ministry answers.';
comment on column correction.change_version is 'The published version of the innovation at the moment it was accepted.';
create index correction_queue on correction (state, moved_at, id);
create index correction_owner on correction (organisation_id, state, moved_at, id);
create index correction_public on correction (moved_at desc, id desc) where is_public;

create table correction_sender (
  correction_id uuid primary key references correction (id) on delete cascade,
  email text not null check (email = lower(email) and length(email) <= 254),
  remove_on date not null
);
comment on table correction_sender is 'Personal data, kept apart: the address a sender chose to leave. Each reading is noted in personal_read; rows are removed on their day.';
create index correction_sender_due on correction_sender (remove_on);

create table correction_step (
  id uuid primary key,
  correction_id uuid not null references correction (id) on delete cascade,
  step text not null,
  from_state text not null,
  to_state text not null,
  reason text check (length(reason) <= 2000),
  person_id uuid references person (id),
  at timestamptz not null
);
comment on table correction_step is 'Questions, replies and answers about a correction; person_id is null for its sender.';
create index correction_step_of on correction_step (correction_id, at, id);

create table account_request (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  role text not null check (role in ('author', 'local_admin')),
  state text not null check (state in ('submitted', 'verified', 'approved', 'declined', 'withdrawn')),
  reason text check (length(reason) <= 2000),
  invitation_id uuid references invitation (id),
  decided_by uuid references person (id),
  submitted_at timestamptz not null,
  moved_at timestamptz not null
);
comment on table account_request is 'Somebody asks for an account. Who asks is kept apart, in account_request_person.';
create index account_request_queue on account_request (state, moved_at, id);
create index account_request_of on account_request (organisation_id, state, moved_at, id);

create table account_request_person (
  request_id uuid primary key references account_request (id) on delete cascade,
  name text not null check (length(name) between 2 and 120),
  email text not null check (email = lower(email) and length(email) <= 254),
  post text not null check (length(post) <= 160),
  letter_number text not null check (length(letter_number) <= 120),
  remove_on date not null
);
comment on table account_request_person is 'Personal data of who asked for an account, kept apart and removed on its day.';
create index account_request_person_due on account_request_person (remove_on);

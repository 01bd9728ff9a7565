-- What those who are asked in a round answer: every text that was saved, and whether it was submitted.
create table round_answer (
  locus_id uuid primary key references round_locus (id) on delete cascade,
  state text not null check (state in ('draft', 'submitted')),
  revision integer not null check (revision > 0),
  submitted_at timestamptz,
  check ((state = 'submitted') = (submitted_at is not null))
);
comment on table round_answer is 'How the answers of a locus stand; none is there until something is saved, and silence is kept as silence.';

create table round_answer_text (
  locus_id uuid not null references round_answer (locus_id) on delete cascade,
  revision integer not null check (revision > 0),
  form_version integer not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  saved_by uuid references person (id),
  saved_at timestamptz not null,
  primary key (locus_id, revision)
);
comment on table round_answer_text is 'Every text of answers that was saved, by the key of the question; the newest holds, the others are kept.';

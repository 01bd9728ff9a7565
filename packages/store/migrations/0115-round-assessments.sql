-- Who assesses which locus of a round, the scores with their reasons, and presentations.
create table round_assessment (
  id uuid primary key,
  locus_id uuid not null references round_locus (id) on delete cascade,
  person_id uuid not null references person (id),
  state text not null check (state in ('open', 'sent', 'recused')),
  recused_why text check (length(recused_why) <= 2000),
  assigned_by uuid references person (id),
  assigned_at timestamptz not null,
  sent_at timestamptz,
  presentation_score integer check (presentation_score between 0 and 100),
  presentation_reason text check (length(presentation_reason) between 5 and 2000),
  presentation_sent_at timestamptz,
  unique (locus_id, person_id),
  check ((state = 'sent') = (sent_at is not null)),
  check ((state = 'recused') = (recused_why is not null)),
  check (num_nonnulls(presentation_score, presentation_reason, presentation_sent_at) in (0, 3)),
  check (presentation_sent_at is null or state = 'sent')
);
comment on table round_assessment is 'That somebody assesses a locus, whether the scores were sent and so are locked, and the score of its presentation.';
create index round_assessment_by on round_assessment (person_id, state);

create table round_score (
  assessment_id uuid not null references round_assessment (id) on delete cascade,
  criterion text not null,
  score integer not null check (score between 0 and 100),
  reason text not null check (length(reason) between 5 and 2000),
  primary key (assessment_id, criterion)
);
comment on table round_score is 'What an assessor gives a locus on a criterion of its group, and why.';

-- What was sent is locked also against a mistake in the code.
create function refuse_sent_score() returns trigger language plpgsql as $$
begin
  if exists (select from round_assessment where id = coalesce(new.assessment_id, old.assessment_id) and state = 'sent') then
    raise exception 'round_score: the assessment was sent';
  end if;
  return coalesce(new, old);
end $$;
create trigger round_score_locked before insert or update or delete on round_score
  for each row execute function refuse_sent_score();

create table round_presentation (
  locus_id uuid primary key references round_locus (id) on delete cascade,
  starts_at timestamptz not null,
  place text check (length(place) <= 200),
  link text check (length(link) <= 500),
  check (num_nonnulls(place, link) > 0)
);
comment on table round_presentation is 'When and where a locus presents; in the order of the moments.';

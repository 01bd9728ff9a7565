-- What the ministry decided about the loci of a round.
create table round_award (
  locus_id uuid primary key references round_locus (id) on delete cascade,
  is_awarded boolean not null,
  proposal text not null check (proposal in ('yes', 'tie', 'no')),
  place integer check (place > 0),
  reason text check (length(reason) between 5 and 1000),
  decided_by uuid references person (id),
  decided_at timestamptz not null,
  check (reason is not null or (proposal <> 'tie' and is_awarded = (proposal = 'yes')))
);
comment on table round_award is 'Whether a locus is honoured, beside what the order of the scores proposed; where the two differ there is a reason.';

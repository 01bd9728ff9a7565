-- Which days of replications people were told of.
create table deadline_told (
  replication_id uuid not null references replication (id) on delete cascade,
  kind text not null check (kind in ('answer', 'milestone', 'report')),
  about text not null check (length(about) between 1 and 60),
  stage text not null check (stage in ('near', 'passed')),
  told_at timestamptz not null,
  primary key (replication_id, kind, about, stage)
);
comment on table deadline_told is 'That the people of a replication were told of a day that is near or has passed: once each.';
comment on column deadline_told.about is 'Which day of the kind: of a milestone its name with the day it was planned for, so that a new plan is told of anew; of a report its quarter.';

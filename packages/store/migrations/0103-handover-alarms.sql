-- Who looks after a replication, and the alarm that they left.
alter table replication add column contact_id uuid references person (id);
comment on column replication.contact_id is 'Who looks after it for its adopter, where somebody was named; else it is who last took a step for the adopter.';
create index replication_contact on replication (contact_id) where contact_id is not null;

create table handover_alarm (
  id uuid primary key,
  replication_id uuid not null references replication (id) on delete cascade,
  cause text not null check (cause in ('left', 'other', 'nobody')),
  person_id uuid references person (id),
  raised_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references person (id),
  check (settled_at is not null or settled_by is null)
);
comment on table handover_alarm is 'Whoever looked after a replication has left: their role ended, or a pulse said so. Settled when somebody is named.';
comment on column handover_alarm.person_id is 'Who left, where it is known.';
create unique index handover_alarm_open on handover_alarm (replication_id) where settled_at is null;
create index handover_alarm_of on handover_alarm (replication_id, raised_at desc);

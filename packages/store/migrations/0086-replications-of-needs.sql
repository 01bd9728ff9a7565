-- A replication that a need led to names it.
alter table replication
  add column need_id uuid references need (id),
  add check (need_id is null or route = 'need');
comment on column replication.need_id is 'The need it answers, where a decision about one began it.';
create index replication_need on replication (need_id) where need_id is not null;

-- Blueprints of replicas: forks of an origin's, and drafts that replicas write for an origin that has none.
alter table blueprint alter column innovation_id drop not null;
alter table blueprint add column replication_id uuid references replication (id) on delete cascade;
alter table blueprint add constraint blueprint_of_something check (num_nonnulls(innovation_id, replication_id) > 0);
comment on table blueprint is 'A blueprint: its components, in versions. Of an innovation, of a replica, or (with both) drafted by a replica for its origin.';
comment on column blueprint.replication_id is 'The replica it describes; together with an innovation, the replica that drafts it for that innovation.';
drop index blueprint_of;
create unique index blueprint_of on blueprint (innovation_id) where replication_id is null;
create unique index blueprint_of_replica on blueprint (replication_id) where innovation_id is null;
create unique index blueprint_for_origin on blueprint (replication_id, innovation_id)
  where innovation_id is not null and replication_id is not null;

-- How long replications stay in a state: what boards compare open ones with. Kept by the steps themselves.
create table replication_stay (
  step_id uuid primary key references replication_step (id) on delete cascade,
  replication_id uuid not null references replication (id) on delete cascade,
  innovation_id uuid not null references innovation (id),
  place_kind text not null,
  state text not null,
  entered_on date not null,
  left_on date,
  days integer check (days >= 0)
);
comment on table replication_stay is 'From when until when a replication was in a state. Derived from its steps; boards learn from past stays how long one usually takes.';
comment on column replication_stay.place_kind is 'What kind of place takes it over: the kind of its region for governments, else of its institution.';
comment on column replication_stay.days is 'How long it was there; null while it is, and where the days were written down afterwards in an order that says nothing.';
create unique index replication_stay_now on replication_stay (replication_id) where left_on is null;
create index replication_stay_open on replication_stay (state, entered_on) include (replication_id, innovation_id, place_kind)
  where left_on is null;
create index replication_stay_past on replication_stay (innovation_id, state, days) include (place_kind, replication_id)
  where days is not null;
create index replication_stay_of on replication_stay (replication_id);

create function keep_replication_stay() returns trigger language plpgsql as $$
declare
  happened date := coalesce(new.day, (new.at at time zone 'Asia/Jakarta')::date);
  there record;
begin
  select s.step_id, s.state, s.entered_on into there from replication_stay s
    where s.replication_id = new.replication_id and s.left_on is null;
  if found and there.state = new.to_state then return null; end if;
  if found then
    update replication_stay set left_on = greatest(happened, entered_on),
      days = case when happened >= entered_on then happened - entered_on end
      where step_id = there.step_id;
  end if;
  insert into replication_stay (step_id, replication_id, innovation_id, place_kind, state, entered_on)
    select new.id, r.id, r.innovation_id, case when o.kind = 'government' then coalesce(g.kind, o.kind) else o.kind end,
      new.to_state, happened
    from replication r join organisation o on o.id = r.institution_id left join region g on g.code = o.region_code
    where r.id = new.replication_id;
  return null;
end $$;
create trigger replication_step_stay after insert on replication_step
  for each row execute function keep_replication_stay();

-- What is there already, step by step in its order.
do $$
begin
  create temporary table replayed (like replication_step) on commit drop;
  create trigger replay after insert on replayed for each row execute function keep_replication_stay();
  insert into replayed select * from replication_step order by replication_id, at, id;
end $$;

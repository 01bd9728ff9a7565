-- The life of a record: answers to "still running?", who is in charge of it, and records that turned out to be one.
alter table innovation
  add column steward_id uuid references person (id),
  add column confirmed_way text check (confirmed_way in ('account', 'sheet', 'link')),
  add column merged_into uuid references innovation (id),
  add check (merged_into is distinct from id);
comment on column innovation.steward_id is 'The person in charge of the record; never shown to the public.';
comment on column innovation.confirmed_way is 'How its agency last said that it runs; null where that came with a text or an import.';
comment on column innovation.merged_into is 'The record this one was merged into: it is in no list any more, and its address leads there.';
create index innovation_unfresh on innovation (last_confirmed_on nulls first, id) where merged_into is null;
create index innovation_steward on innovation (steward_id) where steward_id is not null;
create index innovation_merged on innovation (merged_into) where merged_into is not null;

create table innovation_answer (
  id uuid primary key,
  innovation_id uuid not null references innovation (id) on delete cascade,
  answer text not null check (answer in ('running', 'grown', 'weakened', 'stopped', 'revived')),
  way text not null check (way in ('account', 'sheet', 'link')),
  note text,
  name text,
  post text,
  person_id uuid references person (id),
  at timestamptz not null,
  check ((way = 'link') = (name is not null)),
  check ((way = 'link') = (post is not null)),
  check ((way = 'link') = (person_id is null))
);
comment on table innovation_answer is 'Answers to "still running?". Who answered by link says name and post: seen by the agency and its hub only.';
create index innovation_answer_of on innovation_answer (innovation_id, at desc);

create table innovation_handover (
  id uuid primary key,
  innovation_id uuid not null references innovation (id) on delete cascade,
  state text not null check (state in ('offered', 'accepted', 'declined', 'withdrawn')),
  from_person uuid references person (id),
  to_person uuid not null references person (id),
  note text,
  reason text,
  offered_by uuid references person (id),
  offered_at timestamptz not null,
  settled_at timestamptz
);
comment on table innovation_handover is 'A record on its way from one person in charge to the next.';
create unique index innovation_handover_open on innovation_handover (innovation_id) where state = 'offered';
create index innovation_handover_to on innovation_handover (to_person, state);

create table innovation_merge (
  from_id uuid primary key references innovation (id) on delete cascade,
  into_id uuid not null references innovation (id),
  claims uuid[] not null,
  stage_before text,
  reason text not null,
  person_id uuid references person (id),
  at timestamptz not null
);
comment on table innovation_merge is 'Records that turned out to be one, and which claims moved with them: the history stays readable.';
create index innovation_merge_into on innovation_merge (into_id);

create or replace function refresh_innovation_list(ids uuid[]) returns void language sql as $$
  delete from innovation_list where innovation_id in (select id from innovation where id = any (ids) and merged_into is not null);
  insert into innovation_list (innovation_id, province_code, region_code, category_key, institution, kind, basis, stage,
    started_year, batched, awards, award, newest_on, confirmed_on, replicas, name_key, facets)
  select i.id, i.province_code, i.region_code, i.category_key, o.kind, i.kind, i.basis, i.stage,
    i.started_year, i.batched, array(select competition from innovation_award where innovation_id = i.id union
      select competition || ' ' || year from innovation_award where innovation_id = i.id and year is not null order by 1),
    (select label from innovation_award where innovation_id = i.id order by year nulls last, label limit 1),
    coalesce(i.started_from, '-infinity'), coalesce(i.last_confirmed_on, '-infinity'), i.replicas, lower(i.name),
    concat_ws('|', coalesce(i.province_code, ''), coalesce(i.category_key, ''), o.kind, i.kind, i.basis, coalesce(i.stage, ''),
      (select coalesce(string_agg(distinct competition, ',' order by competition), '') from innovation_award where innovation_id = i.id),
      innovation_strengths(i.id))
  from innovation i join organisation o on o.id = i.organisation_id
  where i.id = any (ids) and i.merged_into is null
  on conflict (innovation_id) do update set
    (province_code, region_code, category_key, institution, kind, basis, stage, started_year, batched, awards, award,
      newest_on, confirmed_on, replicas, name_key, facets) =
    (excluded.province_code, excluded.region_code, excluded.category_key, excluded.institution, excluded.kind, excluded.basis,
      excluded.stage, excluded.started_year, excluded.batched, excluded.awards, excluded.award, excluded.newest_on, excluded.confirmed_on,
      excluded.replicas, excluded.name_key, excluded.facets)
$$;

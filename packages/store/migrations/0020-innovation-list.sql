-- The catalogue list: what it filters and sorts by, kept in one narrow row beside each innovation.
create table innovation_list (
  innovation_id uuid primary key references innovation (id) on delete cascade,
  province_code text,
  region_code text,
  category_key text,
  institution text not null,
  kind text not null,
  basis text not null,
  stage text,
  started_year integer,
  batched boolean not null,
  awards text[] not null,
  award text,
  newest_on date not null,
  confirmed_on date not null,
  replicas integer not null,
  name_key text not null,
  facets text not null,
  words tsvector not null default ''
);
comment on table innovation_list is 'What the catalogue list filters, counts and sorts by; derived by triggers, never written otherwise.';
comment on column innovation_list.newest_on is 'First possible day of the start; -infinity when unknown, so that keyset pages need no nulls.';
comment on column innovation_list.confirmed_on is 'Last confirmed; -infinity when never.';
comment on column innovation_list.awards is 'Competition, and competition with year: KIPP and KIPP 2019.';
comment on column innovation_list.award is 'The earliest award as published.';
comment on column innovation_list.facets is 'The facet values in one text that is counted outside the database: province|category|institution|kind|basis|stage|competitions,|strengths, where a strength reads act:last day it holds.';
comment on column innovation_list.words is 'The search document of the innovation.';

create index innovation_list_newest on innovation_list (newest_on desc, innovation_id desc);
create index innovation_list_province on innovation_list (province_code, newest_on desc, innovation_id desc);
create index innovation_list_region on innovation_list (region_code, newest_on desc, innovation_id desc);
create index innovation_list_category on innovation_list (category_key, newest_on desc, innovation_id desc);
create index innovation_list_replicas on innovation_list (replicas desc, innovation_id desc);
create index innovation_list_confirmed on innovation_list (confirmed_on desc, innovation_id desc);
create index innovation_list_name on innovation_list (name_key, innovation_id);
create index innovation_list_words on innovation_list using gin (province_code, words);
create index innovation_list_awards on innovation_list using gin (awards);

-- The last day on which each strength holds for some claim: an event, or a state without an end, holds for good.
-- A lapsed state has its end in the past, so the strength of any day follows from dates alone.
create function innovation_strengths(of uuid) returns text language sql stable as $$
  select coalesce(string_agg(act || ':' || until, ',' order by act), '')
  from (
    select strength as act, max(case when kind = 'state' then coalesce(valid_until, 'infinity') else 'infinity' end) as until
    from claim where innovation_id = of and withdrawn_at is null and stopped_on is null group by strength
    union all
    select 'lapses', min(valid_until)
    from claim where innovation_id = of and withdrawn_at is null and stopped_on is null and kind = 'state' having min(valid_until) is not null
  ) held
$$;

create function refresh_innovation_list(ids uuid[]) returns void language sql as $$
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
  where i.id = any (ids)
  on conflict (innovation_id) do update set
    (province_code, region_code, category_key, institution, kind, basis, stage, started_year, batched, awards, award,
      newest_on, confirmed_on, replicas, name_key, facets) =
    (excluded.province_code, excluded.region_code, excluded.category_key, excluded.institution, excluded.kind, excluded.basis,
      excluded.stage, excluded.started_year, excluded.batched, excluded.awards, excluded.award, excluded.newest_on, excluded.confirmed_on,
      excluded.replicas, excluded.name_key, excluded.facets)
$$;

create function list_follows_innovation() returns trigger language plpgsql as $$
begin
  perform refresh_innovation_list(array(select id from changed));
  return null;
end $$;
create trigger innovation_list_inserted after insert on innovation
  referencing new table as changed for each statement execute function list_follows_innovation();
create trigger innovation_list_updated after update on innovation
  referencing new table as changed for each statement execute function list_follows_innovation();

create function list_follows_part() returns trigger language plpgsql as $$
begin
  perform refresh_innovation_list(array(select distinct innovation_id from changed));
  return null;
end $$;
create trigger innovation_list_award_inserted after insert on innovation_award
  referencing new table as changed for each statement execute function list_follows_part();
create trigger innovation_list_award_updated after update on innovation_award
  referencing new table as changed for each statement execute function list_follows_part();
create trigger innovation_list_award_deleted after delete on innovation_award
  referencing old table as changed for each statement execute function list_follows_part();
create trigger innovation_list_claim_inserted after insert on claim
  referencing new table as changed for each statement execute function list_follows_part();
create trigger innovation_list_claim_updated after update on claim
  referencing new table as changed for each statement execute function list_follows_part();
create trigger innovation_list_claim_deleted after delete on claim
  referencing old table as changed for each statement execute function list_follows_part();

create function list_follows_organisation() returns trigger language plpgsql as $$
begin
  perform refresh_innovation_list(array(select i.id from innovation i join now_is n on n.id = i.organisation_id
    join was w on w.id = n.id where w.kind <> n.kind));
  return null;
end $$;
create trigger innovation_list_organisation_updated after update on organisation
  referencing old table as was new table as now_is for each statement execute function list_follows_organisation();

select refresh_innovation_list(array(select id from innovation));

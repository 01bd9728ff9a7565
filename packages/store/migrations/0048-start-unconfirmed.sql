-- Whether the start shown of an innovation is general knowledge only: pages say so, open data leaves it out.
alter table innovation add column start_unconfirmed boolean not null default false;
comment on column innovation.start_unconfirmed is 'The start rests on general knowledge alone: shown on pages as such, not part of open data until a source states it.';
update innovation i set start_unconfirmed = true
where started_from is not null
  and exists (select from innovation_fact f where f.innovation_id = i.id and f.field = 'started' and f.basis = 'general_knowledge')
  and not exists (select from innovation_fact f where f.innovation_id = i.id and f.field = 'started' and f.basis = 'source');

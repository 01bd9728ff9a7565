-- Who may begin what next: the rows of an analysis, which are too many for one answer. Losing them loses nothing.
create table next_adopter (
  inputs text not null check (inputs ~ '^[A-Za-z0-9_-]{43}$'),
  innovation_code text not null,
  region_code text not null,
  rank int not null check (rank > 0),
  rank_in_region int not null check (rank_in_region > 0),
  chance double precision not null check (chance between 0 and 1),
  lower double precision not null check (lower between 0 and chance),
  upper double precision not null check (upper between chance and 1),
  reasons jsonb not null check (jsonb_typeof(reasons) = 'array'),
  able_before boolean not null,
  primary key (inputs, innovation_code, rank),
  unique (inputs, region_code, rank_in_region)
);
comment on table next_adopter is 'A region that has not begun an innovation, with its modelled chance to begin within a year: of the analysis next_adopters with these inputs.';
comment on column next_adopter.able_before is 'Among the first tenth a year ago, as it was learnt then. Shown to the organisation itself and its hub only.';
create index next_adopter_able on next_adopter (inputs, region_code) where able_before;

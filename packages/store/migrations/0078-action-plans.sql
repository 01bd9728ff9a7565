-- Action plans, commitments and the money of replications.
create table action_plan (
  replication_id uuid primary key references replication (id) on delete cascade,
  content jsonb not null,
  revision integer not null check (revision > 0),
  saved_by uuid references person (id),
  saved_at timestamptz not null
);
comment on table action_plan is 'The plan of a replication as it is being written; what was agreed is a version of its own.';
comment on column action_plan.revision is 'Counts saves: what was typed on an older one is told so, and nothing is lost.';

create table action_plan_version (
  replication_id uuid not null references replication (id) on delete cascade,
  version integer not null check (version > 0),
  content jsonb not null,
  agreed_by uuid references person (id),
  agreed_at timestamptz not null,
  primary key (replication_id, version)
);
comment on table action_plan_version is 'A plan as it was agreed: public where the replication is, and never changed.';

create table action_plan_comment (
  id uuid primary key,
  replication_id uuid not null references replication (id) on delete cascade,
  body text not null check (length(body) between 3 and 2000),
  role text,
  organisation_id uuid references organisation (id),
  person_id uuid references person (id),
  at timestamptz not null
);
comment on table action_plan_comment is 'What those who guide or write said about a plan; read by those involved, the person is never shown.';
create index action_plan_comment_of on action_plan_comment (replication_id, at, id);

create table commitment (
  id uuid primary key,
  replication_id uuid not null references replication (id) on delete cascade,
  signer text not null check (length(signer) between 3 and 160),
  post text not null check (length(post) between 3 and 160),
  signed_on date not null,
  number text not null check (length(number) between 1 and 120),
  link text check (length(link) <= 500),
  recorded_by uuid references person (id),
  recorded_at timestamptz not null,
  withdrawn_at timestamptz
);
comment on table commitment is 'A promise signed by a head, with name and post as they stand in its document. A wrong record is withdrawn, not changed.';
comment on column commitment.withdrawn_at is 'The record was wrong: it is neither shown nor counted.';
create index commitment_of on commitment (replication_id, signed_on desc, id desc);

create table commitment_amount (
  commitment_id uuid not null references commitment (id) on delete cascade,
  year integer not null check (year between 2000 and 2100),
  amount bigint not null check (amount between 0 and 1000000000000000),
  primary key (commitment_id, year)
);
comment on table commitment_amount is 'What was promised for a budget year, in whole rupiah; of several commitments the last signed counts for each year.';

create table commitment_innovation (
  commitment_id uuid not null references commitment (id) on delete cascade,
  innovation_id uuid not null references innovation (id),
  primary key (commitment_id, innovation_id)
);
comment on table commitment_innovation is 'Innovations that a commitment covers, that of its replication among them.';
create index commitment_innovation_of on commitment_innovation (innovation_id);

create table budget_link (
  replication_id uuid not null references replication (id) on delete cascade,
  year integer not null check (year between 2000 and 2100),
  link text not null check (link in ('renja_rkpd', 'kua_ppas', 'rka', 'dpa', 'rka_kl', 'dipa', 'rkap', 'work_plan', 'realisation')),
  number text check (length(number) <= 120),
  dated date,
  sub_activity_code text check (length(sub_activity_code) <= 60),
  amount bigint check (amount between 0 and 1000000000000000),
  saved_by uuid references person (id),
  saved_at timestamptz not null,
  primary key (replication_id, year, link)
);
comment on table budget_link is 'A link of the budget chain for a budget year, with the number and day of its document. Amounts are whole rupiah; that of realisation is the year so far.';

create table funding (
  id uuid primary key,
  replication_id uuid not null references replication (id) on delete cascade,
  year integer not null check (year between 2000 and 2100),
  kind text not null check (kind in ('apbd', 'apbn', 'dak', 'village_fund', 'grant', 'csr', 'partner')),
  partner text check (length(partner) <= 160),
  partner_kind text check (partner_kind in ('private', 'foreign', 'ngo', 'community')),
  pledged bigint not null check (pledged between 0 and 1000000000000000),
  allocated bigint not null check (allocated between 0 and 1000000000000000),
  spent bigint not null check (spent between 0 and 1000000000000000),
  saved_by uuid references person (id),
  saved_at timestamptz not null,
  check (kind <> 'partner' or partner is not null)
);
comment on table funding is 'Money of another source for a budget year, in whole rupiah, with the partner it comes from.';
create index funding_of on funding (replication_id, year, id);

create table budget_window_told (
  replication_id uuid not null references replication (id) on delete cascade,
  year integer not null,
  link text not null,
  stage text not null check (stage in ('month', 'week', 'missed')),
  told_at timestamptz not null,
  primary key (replication_id, year, link, stage)
);
comment on table budget_window_told is 'That the people of a replication were told of a window of the budget about to close or closed: once each.';

-- Files of an innovation: those of a working text, and those that were published with it.
create table innovation_file (
  id uuid primary key,
  edit_id uuid references innovation_edit (id) on delete cascade,
  innovation_id uuid references innovation (id) on delete cascade,
  file_id uuid not null references file (id),
  position integer not null check (position >= 0),
  is_picture boolean not null,
  purpose text not null check (purpose in ('picture', 'evidence', 'procedure', 'decree', 'other')),
  proves text check (proves in ('problem', 'solution', 'started', 'users', 'inclusion', 'results', 'legalBasis', 'cost', 'staff')),
  title text check (length(title) between 1 and 160),
  alt_id text check (length(alt_id) between 1 and 300),
  alt_en text check (length(alt_en) between 1 and 300),
  caption text check (length(caption) between 1 and 400),
  credit text check (length(credit) between 1 and 160),
  licence text check (licence in ('cc_by', 'agency', 'permission')),
  people text not null default 'unsaid' check (people in ('unsaid', 'nobody', 'agreed')),
  is_public boolean not null default false,
  check (num_nonnulls(edit_id, innovation_id) = 1),
  check (not is_public or (licence is not null and people <> 'unsaid')),
  check (not is_public or not is_picture or (alt_id is not null and credit is not null)),
  check (not is_public or is_picture or title is not null)
);
comment on table innovation_file is 'A file with what is said about it: of a working text (edit_id), or as it was published with the innovation (innovation_id).';
comment on column innovation_file.proves is 'The statement it is evidence for.';
comment on column innovation_file.people is 'Whether somebody can be recognised, and agreed to be shown.';
create index innovation_file_of_edit on innovation_file (edit_id, position) where edit_id is not null;
create index innovation_file_of_innovation on innovation_file (innovation_id, position) where innovation_id is not null;
create index innovation_file_file on innovation_file (file_id);

-- Files: what is stored, how it is known, and uploads that can be continued.
create table file_content (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes integer not null check (bytes > 0),
  touched_at timestamptz not null
);
comment on table file_content is 'Bytes in the file store, by their SHA-256. The row is there before the bytes are, and goes with them.';
comment on column file_content.touched_at is 'When somebody last stored these bytes: the clean-up leaves what is younger than its grace alone, used or not.';
create index file_content_touched on file_content (touched_at);

create table file (
  id uuid primary key,
  kind text not null check (kind in ('pdf', 'jpeg', 'png', 'webp', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'text', 'csv')),
  name text not null check (length(name) between 1 and 160),
  content_sha256 text not null references file_content (sha256),
  width integer check (width > 0),
  height integer check (height > 0),
  uploaded_by uuid references person (id),
  uploaded_at timestamptz not null,
  check ((width is null) = (height is null)),
  check ((kind in ('jpeg', 'png', 'webp')) = (width is not null))
);
comment on table file is 'A file somebody uploaded, for good: what is changed is another file. Of a picture the bytes are those written anew, without place and camera.';
create index file_content_of on file (content_sha256);
create index file_uploaded on file (uploaded_at);

create table file_variant (
  file_id uuid not null references file (id) on delete cascade,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  format text not null check (format in ('webp', 'jpeg')),
  content_sha256 text not null references file_content (sha256),
  primary key (file_id, width, format)
);
comment on table file_variant is 'Sizes of a picture, made when it was uploaded.';
create index file_variant_content on file_variant (content_sha256);

create table file_upload (
  id uuid primary key,
  edit_id uuid not null references innovation_edit (id) on delete cascade,
  person_id uuid not null references person (id),
  name text not null check (length(name) between 1 and 300),
  bytes integer not null check (bytes > 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  received integer not null default 0 check (received between 0 and bytes),
  started_at timestamptz not null,
  expires_at timestamptz not null,
  finished_at timestamptz
);
comment on table file_upload is 'An upload in pieces, which any process of the site can continue until it expires.';
comment on column file_upload.sha256 is 'What the sender says the whole is; null where its browser could not tell.';
create index file_upload_open on file_upload (edit_id, person_id) where finished_at is null;
create index file_upload_expiry on file_upload (expires_at);

create table file_upload_part (
  upload_id uuid not null references file_upload (id) on delete cascade,
  start integer not null check (start >= 0),
  bytes integer not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (upload_id, start)
);
comment on table file_upload_part is 'A piece that arrived whole; its bytes wait in the store of uploads.';

-- Files of records other than innovations: signed documents and commitments that came back, photographs of reports.
create table attachment (
  id uuid primary key,
  document_id uuid references document (id) on delete cascade,
  commitment_id uuid references commitment (id) on delete cascade,
  report_id uuid references quarterly_report (id) on delete cascade,
  file_id uuid not null references file (id),
  alt text check (length(alt) between 1 and 300),
  attached_by uuid references person (id),
  attached_at timestamptz not null,
  constraint attachment_of_one check (num_nonnulls(document_id, commitment_id, report_id) = 1)
);
comment on table attachment is 'A file of a document, a commitment or a quarterly report, with who attached it and when. Who may read the record may read the file.';
comment on column attachment.alt is 'What a photograph shows; without it only those who wrote the report see it.';
create unique index attachment_of_document on attachment (document_id) where document_id is not null;
create unique index attachment_of_commitment on attachment (commitment_id) where commitment_id is not null;
create index attachment_of_report on attachment (report_id, attached_at, id) where report_id is not null;
create index attachment_file on attachment (file_id);

alter table file_upload
  alter column edit_id drop not null,
  add column document_id uuid references document (id) on delete cascade,
  add column commitment_id uuid references commitment (id) on delete cascade,
  add column report_id uuid references quarterly_report (id) on delete cascade,
  add constraint file_upload_for_one check (num_nonnulls(edit_id, document_id, commitment_id, report_id) = 1);
create index file_upload_open_attachment on file_upload (coalesce(document_id, commitment_id, report_id), person_id)
  where finished_at is null and edit_id is null;

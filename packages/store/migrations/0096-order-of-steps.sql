-- Steps of one instant are told in the order in which they were written, whichever process wrote them. The tables are only
-- ever appended to, so that rows which are there get their numbers in that order too.
alter table claim_step add column ordinal bigint generated always as identity;
alter table correction_step add column ordinal bigint generated always as identity;
alter table innovation_step add column ordinal bigint generated always as identity;
alter table need_step add column ordinal bigint generated always as identity;
alter table quarterly_report_step add column ordinal bigint generated always as identity;
alter table replication_step add column ordinal bigint generated always as identity;
comment on column claim_step.ordinal is 'Order of writing: of steps of one instant the lower came first.';
comment on column correction_step.ordinal is 'Order of writing: of steps of one instant the lower came first.';
comment on column innovation_step.ordinal is 'Order of writing: of steps of one instant the lower came first.';
comment on column need_step.ordinal is 'Order of writing: of steps of one instant the lower came first.';
comment on column quarterly_report_step.ordinal is 'Order of writing: of steps of one instant the lower came first.';
comment on column replication_step.ordinal is 'Order of writing: of steps of one instant the lower came first.';

alter table round add column assess_until date;
comment on column round.assess_until is 'The day on which every assessment is to be sent; null where none was set. Assessors are reminded of it; nothing closes.';

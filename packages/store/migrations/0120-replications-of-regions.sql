-- The board of a region, and what its page says of promises, look replications up by region.
create index replication_of_region on replication (region_code, state);

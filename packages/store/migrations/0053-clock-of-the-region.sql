-- People have the clock of their organisation's region; so far everybody had that of Jakarta, and nobody could choose.
update person p set time_zone = case
    when province.code in ('51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76') then 'Asia/Makassar'
    else 'Asia/Jayapura' end
from (
  select p.id, (
    select left(o.region_code, 2) from organisation_above a join organisation o on o.id = a.above_id
    where a.organisation_id = p.organisation_id and o.region_code is not null order by a.depth limit 1
  ) as code
  from person p
) province
where province.id = p.id
  and province.code in ('51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76', '81', '82', '91', '92', '93', '94', '95', '96');

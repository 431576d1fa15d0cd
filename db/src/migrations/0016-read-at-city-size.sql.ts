/** What a city of millions is read by: sums and names that are kept as rows are written, for counting or comparing them all takes seconds. */
export const readAtCitySize = /* sql */ `
-- ---------------------------------------------------------------- names
-- A city has many times fewer names than people: what is written otherwise is looked for among the names.
create table registry.known_name (
  name text primary key                        -- lower case; stays when nobody has it any more
);
insert into registry.known_name select distinct lower(name) from registry.resident order by 1;
create index known_name_alike on registry.known_name using gin (name gin_trgm_ops);
-- People of a name by area, in the order of a list.
create index resident_named on registry.resident (lower(name), area_code, id);
drop index registry.resident_name;

create function registry.keep_new_names() returns trigger language plpgsql as $$
begin
  -- In the order of names, so that two writers of many people cannot wait for each other.
  insert into registry.known_name select distinct lower(name) from added order by 1 on conflict do nothing;
  return null;
end $$;
create trigger new_names_kept after insert on registry.resident
  referencing new table as added for each statement execute function registry.keep_new_names();
create function registry.keep_changed_name() returns trigger language plpgsql as $$
begin
  insert into registry.known_name values (lower(new.name)) on conflict do nothing;
  return null;
end $$;
create trigger changed_name_kept after update of name on registry.resident
  for each row when (old.name is distinct from new.name) execute function registry.keep_changed_name();

-- ---------------------------------------------------------------- ledger
create table registry.posting_sum (            -- of registry.posting, which only grows
  area_code   text collate "C" not null,
  month       date not null,                   -- of report_date
  kind        text not null,
  unit        text not null,
  sex         smallint not null,
  citizenship smallint not null,
  move_class  smallint not null,               -- 0 = none
  amount      int not null,
  primary key (area_code, month, kind, unit, sex, citizenship, move_class)
);
create function registry.sum_postings() returns trigger language plpgsql as $$
begin
  insert into registry.posting_sum as known (area_code, month, kind, unit, sex, citizenship, move_class, amount)
  select area_code, date_trunc('month', report_date)::date, kind, unit, sex, citizenship, coalesce(move_class, 0), sum(sign)
  from added group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
  on conflict (area_code, month, kind, unit, sex, citizenship, move_class) do update set amount = known.amount + excluded.amount;
  return null;
end $$;
create trigger postings_summed after insert on registry.posting
  referencing new table as added for each statement execute function registry.sum_postings();
insert into registry.posting_sum
select area_code, date_trunc('month', report_date)::date, kind, unit, sex, citizenship, coalesce(move_class, 0), sum(sign)
from registry.posting group by 1, 2, 3, 4, 5, 6, 7;

-- ---------------------------------------------------------------- register
-- Kept beside registry.membership for reading, as the number of the card is.
alter table registry.resident add column heads_card boolean not null default false;
update registry.resident set heads_card = true
where id in (select resident_id from registry.membership where until is null and relation = 1);
create function registry.keep_head() returns trigger language plpgsql as $$
begin
  update registry.resident r set heads_card = not r.heads_card
  where r.id = new.resident_id and r.heads_card is distinct from
    exists (select from registry.membership m where m.resident_id = r.id and m.until is null and m.relation = 1);
  return null;
end $$;
create trigger new_head_kept after insert on registry.membership
  for each row when (new.relation = 1) execute function registry.keep_head();
create trigger changed_head_kept after update of until, relation on registry.membership
  for each row when (old.relation = 1 or new.relation = 1) execute function registry.keep_head();
create index resident_counted on registry.resident (area_code, sex, citizenship) where status = 'active';
create index resident_heads on registry.resident (area_code, sex, citizenship) where heads_card;
`;

/**
 * Closed months (DOMAIN.md 4.8, 6): the report of a closed month is kept as bytes, and no posting gets into its month any more.
 *
 * `statistics.posting_date` is the one place that says which day a posting counts in. It holds a shared advisory lock of the
 * kelurahan until the registration commits; closing takes the same lock for itself, so it sees every posting that was dated into
 * the month, and whoever comes after it reads the new beginning. A function that is volatile reads with a snapshot of its own, taken after
 * the lock was granted.
 */
export const createMonthlyClosing = /* sql */ `
create table statistics.open_period (           -- no row: nothing was ever closed there
  area_code text collate "C" primary key,       -- kelurahan
  opens_on  date not null check (extract(day from opens_on) = 1)
);

create table statistics.closed_month (          -- a row per closing; a reopened one stays
  area_code   text collate "C" not null,        -- kelurahan, kecamatan or city
  month       date not null check (extract(day from month) = 1),
  version     int not null,
  report      bytea not null,                   -- canonical JSON (A9Report with month, area, areaName)
  sha256      text not null,
  closed_by   text not null,
  closed_at   timestamptz not null default now(),
  published_at timestamptz,                     -- signed by the office of the area
  reopened_at timestamptz,
  reopened_by text,
  reopened_reason text,
  primary key (area_code, month, version),
  check (num_nulls(reopened_at, reopened_by, reopened_reason) in (0, 3))
);
create unique index closed_month_standing on statistics.closed_month (area_code, month) where reopened_at is null;

create function statistics.closed_month_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE'
    or (old.area_code, old.month, old.version, old.report, old.sha256, old.closed_by, old.closed_at)
      is distinct from (new.area_code, new.month, new.version, new.report, new.sha256, new.closed_by, new.closed_at)
    or (old.published_at is not null and new.published_at is distinct from old.published_at)
    or old.reopened_at is not null
  then
    raise exception 'the report of a closed month is kept as it is: reopen the month and close it again';
  end if;
  return new;
end $$;
create trigger closed_month_kept before update or delete on statistics.closed_month
  for each row execute function statistics.closed_month_is_kept();
create trigger closed_month_never_emptied before truncate on statistics.closed_month
  for each statement execute function statistics.closed_month_is_kept();

create function statistics.month_lock(area text) returns bigint language sql immutable as $$
  select hashtextextended('month of ' || area, 0)
$$;

-- The day that something registered on this day counts in: the same day, or the first one that is open.
create function statistics.posting_date(area text, day date) returns date language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock_shared(statistics.month_lock(area));
  return greatest(day, (select opens_on from statistics.open_period where area_code = area));
end $$;

-- A reversal belongs to the open month, but to the month of what it reverses while that one is reopened.
create function statistics.reversal_date(area text, day date, reversed date) returns date language plpgsql volatile as $$
declare
  month_of date := date_trunc('month', reversed);
begin
  perform pg_advisory_xact_lock_shared(statistics.month_lock(area));
  if exists (select 1 from statistics.closed_month c where c.area_code = area and c.month = month_of)
    and not exists (select 1 from statistics.closed_month c
      where c.area_code = area and c.month = month_of and c.reopened_at is null)
  then
    return least(day, (month_of + interval '1 month - 1 day')::date);
  end if;
  return statistics.posting_date(area, day);
end $$;

create function statistics.posting_in_open_month() returns trigger language plpgsql as $$
begin
  if statistics.posting_date(new.area_code, new.report_date) <> new.report_date then
    raise exception 'the month of % is closed in %', new.report_date, new.area_code;
  end if;
  return new;
end $$;
create trigger posting_in_open_month before insert on registry.posting
  for each row execute function statistics.posting_in_open_month();

-- Where somebody went who has moved out.
create index move_letter_member_resident on registry.move_letter_member (resident_id);

create index report_closing on reporting.report ((data->>'month'), area_code, created_at desc)
  where type = 'monthly-closing';
-- One closing case of an area and month at a time, whoever starts it.
create unique index report_one_closing on reporting.report (area_code, (data->>'month'))
  where type = 'monthly-closing' and status not in ('completed', 'rejected', 'cancelled', 'expired');
`;

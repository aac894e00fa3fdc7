-- What is searched stands in tables of its own, one a group of fields, a row a version that wrote words. A version's words never
-- change, and its row here neither: what was found once is found for good (docs/decisions/0016). Who sees the version's group
-- finds its words, and nobody else.

-- Whoever is kept from nothing need not be asked about each row: every component that there can be, every area, the highest level.
create function platform.i_see_all() returns boolean language sql stable parallel safe
  return coalesce(platform.my_level() = 3 and platform.my_compartments() = 9223372036854775807 and platform.my_areas() is null, false);

do $$
declare
  t text;
begin
  foreach t in array array['core', 'account'] loop
    execute format('create table incidents.%1$I (
      mission integer not null,
      -- the ledger line of the version
      line bigint not null,
      id uuid not null,
      version integer not null,
      search tsvector not null,
      primary key (mission, line)
    )', t || '_words');
    -- Long ones lie out of the row: what is found is counted without being read.
    execute format('alter table incidents.%I alter column search set storage external', t || '_words');
    execute format('insert into incidents.%I select mission, known_from, id, version, search from incidents.%I', t || '_words', t);
    execute format('create index %1$I on incidents.%2$I using gin (search)', t || '_words_search', t || '_words');
    execute format('alter table incidents.%I drop column search', t);
    execute format('alter table incidents.%I enable row level security', t || '_words');
    execute format('create policy scope on incidents.%1$I for select using (mission = (select platform.my_mission())
      and ((select platform.i_see_all()) or exists (select from incidents.%2$I g
        where g.mission = %1$I.mission and g.id = %1$I.id and g.version = %1$I.version)))', t || '_words', t);
    execute format('create policy written on incidents.%I for insert with check (mission = (select platform.my_mission()))', t || '_words');
    execute format('grant select, insert on incidents.%I to kinga_app', t || '_words');
  end loop;
end $$;

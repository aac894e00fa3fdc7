-- Speed at a million. Most questions are about what is known now; of a mission that has worked for years that is the
-- smaller part of its versions. Those have indexes of their own, which lose a row when it is replaced. Everything that a
-- filter compares, but actors and tags, stands in them, so that counts, tiles and the order of a list need no other page.

drop index incidents.core_day;
create index core_day on incidents.core (mission, day_from, id)
  include (version, known_from, known_to, level, compartments, now_level, now_compartments, killed_best, civilians_best, lon, lat, tile_key, day_to, adm1, adm2,
    kind, type, dataset, operational, human_rights, country);
create index core_day_now on incidents.core (mission, day_from, id)
  include (version, known_from, level, compartments, now_level, now_compartments, killed_best, civilians_best, lon, lat, tile_key, day_to, adm1, adm2,
    kind, type, dataset, operational, human_rights, country)
  where known_to = 9223372036854775807;

drop index incidents.core_tile;
create index core_tile on incidents.core (mission, tile_key)
  include (known_from, known_to, level, compartments, now_level, now_compartments, killed_best, civilians_best, lon, lat, day_from, day_to, adm1, adm2,
    place_precision, kind, type, dataset, operational, human_rights, country, id);
create index core_tile_now on incidents.core (mission, tile_key)
  include (known_from, level, compartments, now_level, now_compartments, killed_best, civilians_best, lon, lat, day_from, day_to, adm1, adm2,
    place_precision, kind, type, dataset, operational, human_rights, country, id)
  where known_to = 9223372036854775807;

-- Most killed first; unknown comes after nobody.
drop index incidents.core_killed;
create index core_killed_now on incidents.core (mission, coalesce(killed_best, -1), id)
  include (version, known_from, level, compartments, now_level, now_compartments, killed_best, civilians_best, lon, lat, tile_key, day_from, day_to, adm1, adm2,
    kind, type, dataset, operational, human_rights, country)
  where known_to = 9223372036854775807;

-- As known on: what came later is not looked at.
drop index incidents.core_known;
create index core_known on incidents.core (mission, known_from, id)
  include (version, known_to, level, compartments, now_level, now_compartments, killed_best, civilians_best, lon, lat, tile_key, day_from, day_to, adm1, adm2,
    kind, type, dataset, operational, human_rights, country);

-- Words of what is known now and of what was known before, apart: together they are as large as one index was.
drop index incidents.core_search;
create index core_search_now on incidents.core using gin (search) where known_to = 9223372036854775807;
create index core_search_past on incidents.core using gin (search) where known_to < 9223372036854775807;
drop index incidents.account_search;
create index account_search_now on incidents.account using gin (search) where known_to = 9223372036854775807;
create index account_search_past on incidents.account using gin (search) where known_to < 9223372036854775807;

-- A column that is the same in every row makes the planner believe that an index follows the order of the table; it then
-- reads the whole of it by random ids. With the id first it knows better.
drop index incidents.core_current;
create unique index core_current on incidents.core (id, mission) where known_to = 9223372036854775807;
drop index incidents.account_current;
create unique index account_current on incidents.account (id, mission) where known_to = 9223372036854775807;

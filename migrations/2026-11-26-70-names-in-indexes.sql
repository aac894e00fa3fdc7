-- Actors and tags in the covering indexes. Arrays may be longer than an index can hold, so their items stand there as one
-- text of lines while that is short; of the few records where it is null the arrays themselves are read (core_long_names).
create function incidents.lines(items text[]) returns text language sql immutable parallel safe
  return E'\n' || array_to_string(items, E'\n') || E'\n';

alter table incidents.core
  add column actor_lines text generated always as
    (case when octet_length(incidents.lines(actors)) <= 500 then incidents.lines(actors) end) stored,
  add column tag_lines text generated always as
    (case when octet_length(incidents.lines(tags)) <= 500 then incidents.lines(tags) end) stored;
create index core_long_names on incidents.core (mission, id) where actor_lines is null or tag_lines is null;

drop index incidents.core_day;
create index core_day on incidents.core (mission, day_from, id)
  include (version, known_from, known_to, level, compartments, now_level, now_compartments, killed_best, civilians_best, lon, lat, tile_key, day_to, adm1, adm2,
    kind, type, dataset, operational, human_rights, country, actor_lines, tag_lines);
drop index incidents.core_day_now;
create index core_day_now on incidents.core (mission, day_from, id)
  include (version, known_from, level, compartments, now_level, now_compartments, killed_best, civilians_best, lon, lat, tile_key, day_to, adm1, adm2,
    kind, type, dataset, operational, human_rights, country, actor_lines, tag_lines)
  where known_to = 9223372036854775807;

drop index incidents.core_tile;
create index core_tile on incidents.core (mission, tile_key)
  include (known_from, known_to, level, compartments, now_level, now_compartments, killed_best, civilians_best, lon, lat, day_from, day_to, adm1, adm2,
    place_precision, kind, type, dataset, operational, human_rights, country, id, actor_lines, tag_lines);
drop index incidents.core_tile_now;
create index core_tile_now on incidents.core (mission, tile_key)
  include (known_from, level, compartments, now_level, now_compartments, killed_best, civilians_best, lon, lat, day_from, day_to, adm1, adm2,
    place_precision, kind, type, dataset, operational, human_rights, country, id, actor_lines, tag_lines)
  where known_to = 9223372036854775807;

drop index incidents.core_killed_now;
create index core_killed_now on incidents.core (mission, coalesce(killed_best, -1), id)
  include (version, known_from, level, compartments, now_level, now_compartments, killed_best, civilians_best, lon, lat, tile_key, day_from, day_to, adm1, adm2,
    kind, type, dataset, operational, human_rights, country, actor_lines, tag_lines)
  where known_to = 9223372036854775807;

drop index incidents.core_known;
create index core_known on incidents.core (mission, known_from, id)
  include (version, known_to, level, compartments, now_level, now_compartments, killed_best, civilians_best, lon, lat, tile_key, day_from, day_to, adm1, adm2,
    kind, type, dataset, operational, human_rights, country, actor_lines, tag_lines);

-- What is found by its words is then filtered and summed: by the id alone, without the row, now and as known on.
create index core_id on incidents.core (id, mission)
  include (version, known_from, known_to, level, compartments, now_level, now_compartments, killed_best, civilians_best, lon, lat, tile_key, day_from, day_to, adm1, adm2,
    place_precision, kind, type, dataset, operational, human_rights, country, actor_lines, tag_lines);

-- With what the policies compare, so that it costs the planner less than any other: of most missions it is empty.
drop index incidents.core_long;
create index core_long on incidents.core (mission, day_from)
  include (level, compartments, now_level, now_compartments, adm1, adm2, day_to) where day_to > day_from + 800;

-- Where things are: sets of boundaries and gazetteers, one's own to replace. Reference data, not records: what happened
-- to it (imported, made active) is told to the ledger as an act.

create schema places;

create table places.boundary_set (
  mission integer not null references platform.mission,
  id uuid not null,
  -- a file under a name that is there already replaces that set
  name text not null,
  version integer not null default 1,
  -- of what was imported: the same again changes nothing, and what is kept in memory is known by it
  digest text not null,
  source text not null,
  licence text,
  -- {"en":…,"fr":…,"ar":…}
  disclaimer jsonb not null,
  -- how many areas it has at levels 0 to 3
  areas_by_level integer[] not null check (array_length(areas_by_level, 1) = 4),
  active boolean not null default false,
  imported_at timestamptz not null,
  primary key (mission, id),
  unique (mission, name)
);
-- One set decides which area a point lies in.
create unique index boundary_set_active on places.boundary_set (mission) where active;

create table places.area (
  mission integer not null,
  boundary_set uuid not null,
  code text not null,
  level smallint not null check (level between 0 and 3),
  parent_code text,
  name text not null,
  -- by language tag
  names jsonb not null default '{}',
  -- west, south, east, north; west > east crosses the antimeridian
  bbox double precision[] not null check (array_length(bbox, 1) = 4),
  -- a point inside, where a search shows it
  lon double precision not null check (lon between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  -- GeoJSON Polygon or MultiPolygon; no PostGIS here: points are looked up in memory (places/area-finder)
  geometry jsonb not null,
  source text not null,
  primary key (mission, boundary_set, code),
  foreign key (mission, boundary_set) references places.boundary_set on delete cascade
  -- parent_code has no foreign key: a set of provinces may name a country that is in no set
);

create table places.gazetteer (
  mission integer not null references platform.mission,
  id uuid not null,
  name text not null,
  source text not null,
  licence text,
  places integer not null,
  refused integer not null,
  imported_at timestamptz not null,
  primary key (mission, id),
  unique (mission, name)
);

create table places.place (
  mission integer not null,
  gazetteer uuid not null,
  id text not null,
  name text not null,
  alt_names text[] not null default '{}',
  kind text not null,
  lon double precision not null check (lon between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  -- quad key at zoom 24 (places/grid): "near here" is a range of it
  tile_key bigint not null,
  country text,
  adm1 text,
  adm2 text,
  population bigint,
  primary key (mission, gazetteer, id),
  foreign key (mission, gazetteer) references places.gazetteer on delete cascade
);
create index place_tile on places.place (mission, tile_key);

-- One row for each different spelling: `folded` finds misspellings (trigrams), `sound` other alphabets (consonants).
-- What they find is ranked again with places/names nameScore.
create table places.place_name (
  mission integer not null,
  gazetteer uuid not null,
  place text not null,
  -- lower-case plain letters (places/names foldName)
  folded text not null,
  sound text not null,
  primary key (mission, gazetteer, place, folded),
  foreign key (mission, gazetteer, place) references places.place on delete cascade
);
create index place_name_folded on places.place_name using gin (folded gin_trgm_ops);
-- Unfinished words and equal sounds: prefix and equality.
create index place_name_prefix on places.place_name (mission, folded text_pattern_ops);
create index place_name_sound on places.place_name (mission, sound);

-- Row-level security: everybody of a mission reads; who has the verb writes.
do $$
declare t text;
begin
  foreach t in array array['boundary_set', 'area', 'gazetteer', 'place', 'place_name'] loop
    execute format('alter table places.%I enable row level security', t);
    execute format('create policy members on places.%I for select using (mission = (select platform.my_mission()))', t);
    execute format('create policy managers on places.%I for all
      using (mission = (select platform.my_mission()) and (select platform.i_may(''places.manage'')))
      with check (mission = (select platform.my_mission()) and (select platform.i_may(''places.manage'')))', t);
  end loop;
end $$;

grant usage on schema places to kinga_app;
grant select, insert, update on places.boundary_set, places.gazetteer to kinga_app;
grant select, insert, delete on places.area, places.place, places.place_name to kinga_app;

-- As for full-text search: under row-level security the trigram index is used only if its operator may see hidden
-- rows. It compares two strings and raises nothing that tells a row's content. Needs a superuser.
do $$ begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    execute 'alter function similarity_op(text, text) leakproof';
  else
    raise notice 'the search of names will not use its index under row-level security: make similarity_op leakproof as a superuser';
  end if;
end $$;

-- Incidents, observations, activities: versions of three groups of fields, one table, one policy, one search vector each.
-- A row is known from ledger line known_from until known_to (exclusive); the current one's known_to is the greatest bigint,
-- so that "now" and "as known on" are one and the same question: known_from <= s and known_to > s.

create schema incidents;

-- Words of three languages in one vector: the language of a text is often mixed or unknown in the field.
create function incidents.words(content text) returns tsvector language sql immutable parallel safe
  return to_tsvector('english', content) || to_tsvector('french', content) || to_tsvector('arabic', content);
create function incidents.question(words text) returns tsquery language sql immutable parallel safe
  return websearch_to_tsquery('english', words) || websearch_to_tsquery('french', words) || websearch_to_tsquery('arabic', words);

create table incidents.core (
  mission integer not null references platform.mission,
  id uuid not null,
  version integer not null,
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  known_at timestamptz not null,
  by text not null,
  verb text not null,
  level smallint not null check (level between 0 and 3),
  compartments bigint not null,
  kind text not null,
  type text not null,
  dataset text not null,
  day_from date not null,
  day_to date not null,
  time_precision text not null,
  place_precision text not null,
  lon double precision,
  lat double precision,
  -- quad key at zoom 24 (places/grid): a tile is a range of it
  tile_key bigint,
  country text,
  adm1 text,
  adm2 text,
  killed_low integer,
  killed_best integer,
  killed_high integer,
  civilians_low integer,
  civilians_best integer,
  civilians_high integer,
  injured integer,
  abducted integer,
  displaced integer,
  operational text not null,
  human_rights text not null,
  actors text[] not null,
  tags text[] not null,
  search tsvector not null,
  -- canonical JSON (RFC 8785) of the contract's Core, and of what envelops the version (levels, compartments)
  body text not null,
  envelope text not null,
  salt bytea not null,
  -- what a client sent under this id, to tell a repetition from a conflict
  sent bytea not null,
  primary key (mission, id, version)
);
create unique index core_current on incidents.core (mission, id) where known_to = 9223372036854775807;
create index core_day on incidents.core (mission, day_from, id)
  include (known_from, known_to, level, compartments, adm1, adm2, lon, lat, killed_best, civilians_best, dataset, operational, kind, type);
create index core_tile on incidents.core (mission, tile_key)
  include (known_from, known_to, level, compartments, adm1, adm2, lon, lat, day_from, killed_best, civilians_best, dataset, place_precision, kind, type, operational, id);
create index core_killed on incidents.core (mission, killed_best, id);
create index core_known on incidents.core (mission, known_from);
create index core_search on incidents.core using gin (search);

create table incidents.account (
  mission integer not null,
  id uuid not null,
  version integer not null,
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  level smallint not null check (level between 0 and 3),
  compartments bigint not null,
  adm1 text,
  adm2 text,
  search tsvector not null,
  body text not null,
  primary key (mission, id, version),
  foreign key (mission, id, version) references incidents.core
);
create index account_search on incidents.account using gin (search);

-- Never indexed, never searched: sealed under a key of its own; erasing destroys the key (platform.subject_key).
create table incidents.protected (
  mission integer not null,
  id uuid not null,
  version integer not null,
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  level smallint not null check (level between 0 and 3),
  compartments bigint not null,
  adm1 text,
  adm2 text,
  subject uuid not null,
  sealed bytea not null,
  primary key (mission, id, version),
  foreign key (mission, id, version) references incidents.core
);
create index protected_subject on incidents.protected (subject);

-- At most one version of a group is known at a time, also where its writer does not see the one before.
create unique index account_current on incidents.account (mission, id) where known_to = 9223372036854775807;
create unique index protected_current on incidents.protected (mission, id) where known_to = 9223372036854775807;

-- One view, three tables: mission, level, component, area. Nobody writes a record that they do not see; the words and
-- names in it may be for others: whoever hears them first hands them over and does not read them again.
do $$
declare
  t text;
  view text := '
      mission = (select platform.my_mission())
      and level <= (select platform.my_level())
      and (compartments = 0 or compartments & (select platform.my_compartments()) <> 0)
      and ((select platform.my_areas()) is null
        or adm1 = any ((select platform.my_areas())::text[])
        or adm2 = any ((select platform.my_areas())::text[]))';
begin
  foreach t in array array['core', 'account', 'protected'] loop
    execute format('alter table incidents.%I enable row level security', t);
    if t = 'core' then
      execute format('create policy scope on incidents.%I for all using (%s)', t, view);
    else
      execute format('create policy scope on incidents.%I for select using (%s)', t, view);
      execute format('create policy replaced on incidents.%I for update using (%s)', t, view);
      execute format('create policy handed_over on incidents.%I for insert with check (mission = (select platform.my_mission()))', t);
    end if;
  end loop;
end $$;

-- The mapping a person made for a file's headers, remembered.
create table incidents.mapping (
  mission integer not null references platform.mission,
  fingerprint text not null,
  name text not null,
  mapping jsonb not null,
  version integer not null default 1,
  primary key (mission, fingerprint)
);
alter table incidents.mapping enable row level security;
create policy importers on incidents.mapping for all
  using (mission = (select platform.my_mission()) and (select platform.i_may('import.run')))
  with check (mission = (select platform.my_mission()) and (select platform.i_may('import.run')));

grant usage on schema incidents to kinga_app;
grant select, insert, update (known_to) on incidents.core, incidents.account, incidents.protected to kinga_app;
grant select, insert, update on incidents.mapping to kinga_app;

-- What every ledger line speaks of, for verifiers: the canonical content with its salt.
create view platform.ledger_content with (security_invoker = true) as
  select c.known_from as seq, 'incidents' as room, c.id::text as record, c.version, c.salt,
    '{"account":' || coalesce(a.body, 'null') || ',"core":' || c.body || ',"envelope":' || c.envelope
      || ',"protected":' || coalesce('"' || encode(sha256(p.sealed), 'hex') || '"', 'null') || '}' as content,
    p.subject is not null and not exists (select from platform.subject_key k where k.subject = p.subject) as erased
  from incidents.core c
    left join incidents.account a using (mission, id, version)
    left join incidents.protected p using (mission, id, version)
  union all
  select seq, room, record, version, salt, content, false from platform.act;
grant select on platform.ledger_content to kinga_app;

-- Full-text search under row-level security uses its index only if the operator may see hidden rows' text:
-- ts_match_vq compares and raises nothing that tells a row's content (reviewed; docs/decisions). Needs a superuser.
do $$ begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    execute 'alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof';
  else
    raise notice 'full-text search will not use its index under row-level security: make ts_match_vq leakproof as a superuser';
  end if;
end $$;

-- What came under an id that was used before for other content: nothing is lost, a person looks at it.
create table incidents.held (
  mission integer not null references platform.mission,
  id uuid not null,
  by text not null,
  at timestamptz not null,
  -- the highest of what was sent: whoever looks at it sees all of it
  level smallint not null check (level between 0 and 3),
  compartments bigint not null,
  adm1 text,
  adm2 text,
  sent bytea not null,
  -- without the protected group, which is sealed under a key that can be destroyed
  body text not null,
  subject uuid,
  sealed bytea,
  primary key (mission, id, by, sent)
);
alter table incidents.held enable row level security;
create policy handed_over on incidents.held for insert with check (mission = (select platform.my_mission()));
create policy scope on incidents.held for select using (
  mission = (select platform.my_mission())
  and level <= (select platform.my_level())
  and (compartments = 0 or compartments & (select platform.my_compartments()) <> 0)
  and ((select platform.my_areas()) is null
    or adm1 = any ((select platform.my_areas())::text[])
    or adm2 = any ((select platform.my_areas())::text[])));
grant select, insert on incidents.held to kinga_app;

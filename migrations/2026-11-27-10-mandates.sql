-- What a mission may do, in whose words: texts that were read into provisions. Versions like those of every record. A text
-- is kept once, whole and unchanged; what is said about it points into it. A mandate is as closed in its past as it is now,
-- and its provisions and words with it.

create schema mandates;

create table mandates.mandate (
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
  -- null: the whole mission
  areas text[],
  day date not null,
  own boolean not null,
  withdrawn boolean not null,
  -- canonical JSON (RFC 8785): what is said about the text, its SHA-256, and what of it is no provision
  body text not null,
  salt bytea not null,
  -- what a client sent under this id, to tell a repetition from a conflict
  sent bytea not null,
  primary key (mission, id, version)
);
create unique index mandate_current on mandates.mandate (mission, id) where known_to = 9223372036854775807;
create index mandate_known on mandates.mandate (mission, known_from);

create table mandates.source (
  mission integer not null references platform.mission,
  mandate uuid not null,
  words text not null,
  primary key (mission, mandate)
);

create table mandates.provision (
  mission integer not null references platform.mission,
  id uuid not null,
  version integer not null,
  mandate uuid not null,
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  known_at timestamptz not null,
  by text not null,
  verb text not null,
  -- of its mandate
  level smallint not null check (level between 0 and 3),
  compartments bigint not null,
  areas text[],
  -- where its words begin in the text
  place integer not null,
  kind text not null,
  review text not null,
  -- newer rules find no such paragraph
  gone boolean not null,
  -- canonical JSON: what the rules or a person say of these words
  body text not null,
  salt bytea not null,
  sent bytea not null,
  primary key (mission, id, version)
);
create unique index provision_current on mandates.provision (mission, id) where known_to = 9223372036854775807;
create index provision_mandate on mandates.provision (mission, mandate, place);
create index provision_known on mandates.provision (mission, known_from);

-- Mandates that are closed to whoever asks, as they are now. With its owner's eyes, or nobody could know what to hide.
create function mandates.closed() returns uuid[] language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(id), '{}') from mandates.mandate
  where mission = platform.my_mission() and known_to = 9223372036854775807 and not (
    level <= platform.my_level()
    and (compartments = 0 or compartments & platform.my_compartments() <> 0)
    and (areas is null or platform.my_areas() is null or areas && platform.my_areas()::text[]))
$$;
revoke all on function mandates.closed() from public;
grant execute on function mandates.closed() to kinga_app;

do $$
declare
  t text;
  key text;
begin
  foreach t in array array['mandate', 'provision'] loop
    key := case t when 'mandate' then 'id' else 'mandate' end;
    execute format('alter table mandates.%I enable row level security', t);
    execute format('create policy scope on mandates.%I for all using (
      mission = (select platform.my_mission())
      and level <= (select platform.my_level())
      and (compartments = 0 or compartments & (select platform.my_compartments()) <> 0)
      and (areas is null or (select platform.my_areas()) is null or areas && (select platform.my_areas())::text[])
      and %I <> all ((select mandates.closed())::uuid[])
      and (select platform.i_may(''mandate.read'')))', t, key);
  end loop;
end $$;

alter table mandates.source enable row level security;
create policy scope on mandates.source for all using (
  mission = (select platform.my_mission())
  and exists (select from mandates.mandate m
    where m.mission = source.mission and m.id = source.mandate and m.known_to = 9223372036854775807));

grant usage on schema mandates to kinga_app;
grant select, insert, update (known_to) on mandates.mandate, mandates.provision to kinga_app;
grant select, insert on mandates.source to kinga_app;

-- The view of what each ledger line speaks of, with mandates and provisions in it.
do $$ begin
  execute 'create or replace view platform.ledger_content with (security_invoker = true) as '
    || rtrim(pg_get_viewdef('platform.ledger_content'::regclass), '; ')
    || ' union all select m.known_from, ''mandates'', m.id::text, m.version, m.salt, m.body, false from mandates.mandate m'
    || ' union all select p.known_from, ''mandates.provision'', p.id::text, p.version, p.salt, p.body, false from mandates.provision p';
end $$;

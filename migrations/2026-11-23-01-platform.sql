-- The house under every room: who asks (principal), missions, people, the ledger, jobs and events.
-- Row-level security reads who asks from transaction settings that platform/database sets; without them, no rows.

create schema platform;

-- pg_trgm serves the search of place names with misspellings.
create extension if not exists pg_trgm;

-- Who asks. Every function answers null without a principal, and null makes every policy false.
create function platform.my_setting(name text) returns text language sql stable parallel safe
  return nullif(current_setting('kinga.' || name, true), '');
create function platform.my_kind() returns text language sql stable parallel safe
  return platform.my_setting('kind');
create function platform.my_person() returns uuid language sql stable parallel safe
  return platform.my_setting('person')::uuid;
create function platform.my_mission() returns integer language sql stable parallel safe
  return platform.my_setting('mission')::integer;
create function platform.my_level() returns smallint language sql stable parallel safe
  return platform.my_setting('level')::smallint;
create function platform.my_compartments() returns bigint language sql stable parallel safe
  return platform.my_setting('compartments')::bigint;
-- null: the whole mission. A text array of area codes otherwise.
create function platform.my_areas() returns text[] language sql stable parallel safe
  return platform.my_setting('areas')::text[];
create function platform.i_may(verb text) returns boolean language sql stable parallel safe
  return coalesce(verb = any (string_to_array(platform.my_setting('verbs'), ',')), false);
create function platform.i_am_system() returns boolean language sql stable parallel safe
  return coalesce(platform.my_kind() = 'system', false);

create table platform.installation (
  only_row boolean primary key default true check (only_row),
  id uuid not null,
  created_at timestamptz not null,
  -- {"kind":"system"} or {"kind":"simulated","real":…,"simulated":…}
  clock jsonb not null
);

create table platform.mission (
  id integer generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  names jsonb not null,
  framework jsonb not null,
  time_zone text not null,
  bounds double precision[] not null check (array_length(bounds, 1) = 4),
  -- invented data: every page and paper says so
  simulated boolean not null default false,
  settings jsonb not null default '{}',
  version integer not null default 1
);

create table platform.compartment (
  mission integer not null references platform.mission,
  code text not null,
  bit smallint not null check (bit between 0 and 61),
  labels jsonb not null default '{}',
  primary key (mission, code),
  unique (mission, bit)
);

create table platform.person (
  id uuid primary key,
  name text not null,
  email text not null check (email = lower(email)),
  language text not null default 'en',
  passphrase_hash text,
  -- sealed under the installation's key
  totp_secret bytea,
  totp_last_step bigint,
  created_at timestamptz not null,
  disabled_at timestamptz,
  unique (email)
);

-- What a person may do and see in a mission: one row, so that level, compartments and areas cannot be mixed up.
create table platform.membership (
  mission integer not null references platform.mission,
  person uuid not null references platform.person,
  roles text[] not null,
  level smallint not null check (level between 0 and 3),
  compartments bigint not null,
  areas text[],
  version integer not null default 1,
  ended_at timestamptz,
  primary key (mission, person)
);
create index membership_person on platform.membership (person);

create table platform.session (
  id uuid primary key,
  token_hash bytea not null unique,
  person uuid not null references platform.person,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  device text not null default '',
  revoked_at timestamptz
);
create index session_person on platform.session (person);

create table platform.invitation (
  id uuid primary key,
  token_hash bytea not null unique,
  mission integer references platform.mission,
  email text,
  name text,
  roles text[] not null,
  level smallint not null,
  compartments bigint not null,
  areas text[],
  made_by uuid references platform.person,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitation_mission on platform.invitation (mission);
create index invitation_made_by on platform.invitation (made_by);

-- For somebody who lost their passphrase, and for the demonstration: made at the command line only, good once.
create table platform.sign_in_link (
  token_hash bytea primary key,
  person uuid not null references platform.person,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_link_person on platform.sign_in_link (person);

create table platform.api_token (
  id uuid primary key,
  token_hash bytea not null unique,
  mission integer not null references platform.mission,
  person uuid not null references platform.person,
  name text not null,
  scopes text[] not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_mission on platform.api_token (mission);
create index api_token_person on platform.api_token (person);

-- The ledger: append-only, digests only, never content.
create table platform.ledger (
  seq bigint primary key,
  at timestamptz not null,
  by text not null,
  verb text not null,
  mission text,
  room text not null,
  record text not null,
  version integer not null,
  digest bytea not null
);
-- One row: size and frontier of the Merkle tree. Its lock is the ledger's lock.
create table platform.ledger_head (
  only_row boolean primary key default true check (only_row),
  size bigint not null,
  at timestamptz not null,
  frontier bytea not null
);
create table platform.ledger_tile (
  level smallint not null,
  index bigint not null,
  hashes bytea not null,
  root bytea not null,
  primary key (level, index)
);
-- The last line of each write: what `as known on` resolves to.
create table platform.commit_point (
  seq bigint primary key,
  at timestamptz not null
);
create index commit_point_at on platform.commit_point (at, seq);
create table platform.checkpoint (
  size bigint primary key,
  at timestamptz not null,
  text text not null
);

-- Content behind the lines that belong to no room's record: people, missions, exports, sensitive reads.
create table platform.act (
  seq bigint primary key,
  mission integer references platform.mission,
  room text not null,
  record text not null,
  version integer not null,
  salt bytea not null,
  content text not null
);
create index act_mission on platform.act (mission);

-- Keys of erasable fields, one a subject, wrapped by the installation's key. Destroying the row is the erasure.
create table platform.subject_key (
  subject uuid primary key,
  mission integer not null references platform.mission,
  wrapped bytea not null
);
create index subject_key_mission on platform.subject_key (mission);

-- The outbox: references only, at least once; a handler stores the event's id in its own transaction.
create table platform.event (
  seq bigint not null,
  id uuid primary key,
  mission integer not null references platform.mission,
  name text not null,
  at timestamptz not null,
  room text not null,
  record uuid not null,
  version integer not null,
  level smallint not null,
  compartments bigint not null
);
create index event_mission_seq on platform.event (mission, seq);
create table platform.event_handled (
  handler text not null,
  event uuid not null references platform.event on delete cascade,
  primary key (handler, event)
);
create index event_handled_event on platform.event_handled (event);

create table platform.job_run (
  id uuid primary key,
  mission integer not null references platform.mission,
  kind text not null,
  -- whom it acts for, and what that person could see when it started
  person uuid,
  principal jsonb not null,
  params jsonb not null,
  seed bigint,
  as_of_seq bigint not null,
  level smallint not null,
  compartments bigint not null,
  state text not null check (state in ('waiting', 'running', 'cancelling', 'cancelled', 'done', 'failed')),
  done bigint not null default 0,
  total bigint,
  note text,
  result jsonb,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz
);
create index job_run_mission on platform.job_run (mission, created_at desc);

-- Row-level security --------------------------------------------------------------------------------------------

alter table platform.installation enable row level security;
create policy everyone on platform.installation for select using (true);
create policy system_writes on platform.installation for all using (platform.i_am_system()) with check (platform.i_am_system());

alter table platform.mission enable row level security;
create policy members on platform.mission for select
  using (platform.i_am_system() or id = (select platform.my_mission())
    or exists (select from platform.membership m where m.mission = mission.id and m.person = (select platform.my_person()) and m.ended_at is null));
create policy managers on platform.mission for update
  using (id = (select platform.my_mission()) and (select platform.i_may('mission.manage')));
create policy system_writes on platform.mission for all using (platform.i_am_system()) with check (platform.i_am_system());

alter table platform.compartment enable row level security;
create policy members on platform.compartment for select
  using (platform.i_am_system() or mission = (select platform.my_mission()));
create policy managers on platform.compartment for insert
  with check (mission = (select platform.my_mission()) and (select platform.i_may('mission.manage')));
create policy system_writes on platform.compartment for all using (platform.i_am_system()) with check (platform.i_am_system());

alter table platform.person enable row level security;
create policy self_and_colleagues on platform.person for select
  using (platform.i_am_system() or id = (select platform.my_person())
    or exists (select from platform.membership m where m.person = person.id and m.mission = (select platform.my_mission())));
create policy self on platform.person for update using (id = (select platform.my_person()));
create policy system_writes on platform.person for all using (platform.i_am_system()) with check (platform.i_am_system());

alter table platform.membership enable row level security;
create policy self_and_mission on platform.membership for select
  using (platform.i_am_system() or person = (select platform.my_person()) or mission = (select platform.my_mission()));
create policy managers on platform.membership for all
  using (mission = (select platform.my_mission()) and (select platform.i_may('people.manage')))
  with check (mission = (select platform.my_mission()) and (select platform.i_may('people.manage')));
create policy system_writes on platform.membership for all using (platform.i_am_system()) with check (platform.i_am_system());

alter table platform.session enable row level security;
create policy self on platform.session for all
  using (platform.i_am_system() or person = (select platform.my_person()))
  with check (platform.i_am_system() or person = (select platform.my_person()));

alter table platform.invitation enable row level security;
create policy managers on platform.invitation for all
  using (platform.i_am_system() or (mission = (select platform.my_mission()) and (select platform.i_may('people.manage'))))
  with check (platform.i_am_system() or (mission = (select platform.my_mission()) and (select platform.i_may('people.manage'))));

alter table platform.sign_in_link enable row level security;
create policy system_only on platform.sign_in_link for all using (platform.i_am_system()) with check (platform.i_am_system());

alter table platform.api_token enable row level security;
create policy self_and_managers on platform.api_token for all
  using (platform.i_am_system() or (mission = (select platform.my_mission())
    and (person = (select platform.my_person()) or (select platform.i_may('people.manage')))))
  with check (platform.i_am_system() or (mission = (select platform.my_mission())
    and person = (select platform.my_person())));

-- The ledger is told by rooms on everybody's behalf, and read with a verb of its own.
alter table platform.ledger enable row level security;
create policy append on platform.ledger for insert with check ((select platform.my_kind()) is not null);
create policy readers on platform.ledger for select using ((select platform.i_may('ledger.read')) or (select platform.i_am_system()));
alter table platform.ledger_head enable row level security;
create policy anyone on platform.ledger_head for all using ((select platform.my_kind()) is not null) with check ((select platform.my_kind()) is not null);
alter table platform.ledger_tile enable row level security;
create policy append on platform.ledger_tile for insert with check ((select platform.my_kind()) is not null);
create policy anyone on platform.ledger_tile for select using ((select platform.my_kind()) is not null);
alter table platform.commit_point enable row level security;
create policy append on platform.commit_point for insert with check ((select platform.my_kind()) is not null);
create policy anyone on platform.commit_point for select using ((select platform.my_kind()) is not null);
alter table platform.checkpoint enable row level security;
create policy anyone on platform.checkpoint for all using ((select platform.my_kind()) is not null) with check ((select platform.my_kind()) is not null);

alter table platform.act enable row level security;
create policy append on platform.act for insert with check ((select platform.my_kind()) is not null);
create policy readers on platform.act for select using (platform.i_am_system()
  or ((select platform.i_may('ledger.read')) and mission = (select platform.my_mission())));

alter table platform.subject_key enable row level security;
create policy mission on platform.subject_key for all
  using (mission = (select platform.my_mission())) with check (mission = (select platform.my_mission()));

alter table platform.event enable row level security;
create policy append on platform.event for insert with check (mission = (select platform.my_mission()));
create policy readers on platform.event for select
  using (platform.i_am_system() or (mission = (select platform.my_mission()) and level <= (select platform.my_level())
    and (compartments = 0 or compartments & (select platform.my_compartments()) <> 0)));
alter table platform.event_handled enable row level security;
create policy anyone on platform.event_handled for all using ((select platform.my_kind()) is not null) with check ((select platform.my_kind()) is not null);

-- What a job derives inherits the view it ran with: others must see at least as much, in level, components and areas.
alter table platform.job_run enable row level security;
create policy readers on platform.job_run for all
  using (platform.i_am_system() or (mission = (select platform.my_mission())
    and (person = (select platform.my_person()) or (level <= (select platform.my_level())
      and compartments & ~(select platform.my_compartments()) = 0
      and ((select platform.my_areas()) is null or case jsonb_typeof(principal -> 'areas') when 'array'
        then array(select jsonb_array_elements_text(principal -> 'areas')) <@ (select platform.my_areas())::text[] else false end)
      and (select platform.i_may('jobs.read'))))))
  with check (platform.i_am_system() or mission = (select platform.my_mission()));

-- What the application's role may do at all ----------------------------------------------------------------------

grant usage on schema platform to kinga_app;
grant select, insert, update on platform.installation, platform.mission, platform.person, platform.membership,
  platform.session, platform.invitation, platform.sign_in_link, platform.api_token, platform.job_run, platform.ledger_head to kinga_app;
grant select, insert on platform.compartment, platform.ledger, platform.ledger_tile, platform.commit_point,
  platform.checkpoint, platform.act, platform.event, platform.event_handled to kinga_app;
grant select, insert, delete on platform.subject_key to kinga_app;

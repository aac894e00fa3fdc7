-- Papers that somebody saved, edited or sent, and that were prepared: versions like those of every record. A paper holds
-- what one view saw; whoever reads it must see at least as much: level, every component that it used, every area.

create schema briefs;

create table briefs.paper (
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
  areas text[],
  kind text not null,
  at text not null,
  language text not null,
  state text not null,
  corrects integer,
  title text not null,
  sent_to uuid[] not null,
  -- "daily 2030-03-21 en" where it was prepared and not asked for: it is prepared once
  prepared text,
  -- canonical JSON (RFC 8785): paper, state, whom it was sent to and why
  body text not null,
  salt bytea not null,
  -- what a client sent under this id, to tell a repetition from a conflict
  sent bytea not null,
  primary key (mission, id, version)
);
create unique index paper_current on briefs.paper (mission, id) where known_to = 9223372036854775807;
create unique index paper_prepared on briefs.paper (mission, prepared) where version = 1;
create index paper_known on briefs.paper (mission, known_from);

alter table briefs.paper enable row level security;
create policy scope on briefs.paper for all using (
  mission = (select platform.my_mission())
  and level <= (select platform.my_level())
  and compartments & ~(select platform.my_compartments()) = 0
  and ((select platform.my_areas()) is null or areas <@ (select platform.my_areas())::text[])
  and ((select platform.i_may('brief.read')) or (select platform.i_may('brief.edit'))));

-- Which sections in which order, windows, words; and as whom papers are prepared.
create table briefs.template (
  mission integer primary key references platform.mission,
  version integer not null,
  body jsonb not null,
  prepare_as uuid references platform.person
);
create index template_prepare_as on briefs.template (prepare_as);
alter table briefs.template enable row level security;
create policy members on briefs.template for select
  using (platform.i_am_system() or mission = (select platform.my_mission()));
create policy editors on briefs.template for insert
  with check (mission = (select platform.my_mission()) and (select platform.i_may('brief.template')));
create policy changers on briefs.template for update
  using (mission = (select platform.my_mission()) and (select platform.i_may('brief.template')));

grant usage on schema briefs to kinga_app;
grant select, insert, update (known_to) on briefs.paper to kinga_app;
grant select, insert, update on briefs.template to kinga_app;

-- The view of what each ledger line speaks of, with papers in it.
do $$ begin
  execute 'create or replace view platform.ledger_content with (security_invoker = true) as '
    || rtrim(pg_get_viewdef('platform.ledger_content'::regclass), '; ')
    || ' union all select p.known_from, ''briefs'', p.id::text, p.version, p.salt, p.body, false from briefs.paper p';
end $$;

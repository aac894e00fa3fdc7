-- Working together on a record: comments, who takes it on until when, and who follows it.

-- A comment is as closed as the words of its record were when it was written, and as they are now. Versions: what was
-- withdrawn leaves an empty one.
create table incidents.comment (
  mission integer not null references platform.mission,
  id uuid not null,
  version integer not null,
  record uuid not null,
  known_from bigint not null,
  known_at timestamptz not null,
  by text not null,
  level smallint not null check (level between 0 and 3),
  compartments bigint not null,
  -- canonical JSON (RFC 8785): the record, the words (null: withdrawn)
  body text not null,
  salt bytea not null,
  -- what a client sent under this id, to tell a repetition from a conflict
  sent bytea not null,
  primary key (mission, id, version)
);
create index comment_record on incidents.comment (mission, record, id, version);

alter table incidents.comment enable row level security;
create policy scope on incidents.comment for all using (
  mission = (select platform.my_mission())
  and level <= (select platform.my_level())
  and (compartments = 0 or compartments & (select platform.my_compartments()) <> 0)
  and exists (select from incidents.core c
    where c.mission = comment.mission and c.id = comment.record and c.known_to = 9223372036854775807
      and c.account_level <= (select platform.my_level())
      and (c.group_compartments = 0 or c.group_compartments & (select platform.my_compartments()) <> 0)));

-- Who takes a record on, until when, and whether it is done: one series of versions a record.
create table incidents.assignment (
  mission integer not null references platform.mission,
  record uuid not null,
  version integer not null,
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  known_at timestamptz not null,
  by text not null,
  -- null: nobody any more
  person uuid references platform.person,
  due date,
  done boolean not null,
  body text not null,
  salt bytea not null,
  sent bytea not null,
  primary key (mission, record, version)
);
create unique index assignment_current on incidents.assignment (record, mission) where known_to = 9223372036854775807;
create index assignment_person on incidents.assignment (person, mission);

alter table incidents.assignment enable row level security;
create policy scope on incidents.assignment for all using (
  mission = (select platform.my_mission())
  and exists (select from incidents.core c
    where c.mission = assignment.mission and c.id = assignment.record and c.known_to = 9223372036854775807));

-- Whom a record interests is their own business.
create table incidents.follow (
  mission integer not null references platform.mission,
  person uuid not null references platform.person,
  record uuid not null,
  since timestamptz not null,
  primary key (mission, person, record)
);
create index follow_person on incidents.follow (person);
create index follow_record on incidents.follow (mission, record);
alter table incidents.follow enable row level security;
create policy own on incidents.follow for all using (
  mission = (select platform.my_mission()) and person = (select platform.my_person()));

grant select, insert on incidents.comment to kinga_app;
grant select, insert, update (known_to) on incidents.assignment to kinga_app;
grant select, insert, delete on incidents.follow to kinga_app;

-- To whom a change of these records is told: who follows one or has taken it on. The writer does not learn who that is;
-- what somebody may not see is kept from them when they read.
create function incidents.followers(records uuid[]) returns table (record uuid, person uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select f.record, f.person from incidents.follow f
  where f.mission = platform.my_mission() and f.record = any (records)
  union
  select a.record, a.person from incidents.assignment a
  where a.mission = platform.my_mission() and a.record = any (records) and a.known_to = 9223372036854775807
    and a.person is not null and not a.done
$$;
revoke all on function incidents.followers(uuid[]) from public;
grant execute on function incidents.followers(uuid[]) to kinga_app;

-- Something happened that is for one person: a reference, never content.
create table platform.notice (
  mission integer not null references platform.mission,
  person uuid not null references platform.person,
  room text not null,
  record uuid not null,
  -- the ledger line of what happened
  seq bigint not null,
  kind text not null,
  version integer not null,
  at timestamptz not null,
  by text not null,
  read_at timestamptz,
  primary key (mission, person, room, record, seq)
);
create index notice_person on platform.notice (person, mission, at);
alter table platform.notice enable row level security;
create policy told on platform.notice for insert with check (mission = (select platform.my_mission()));
-- One's own, for as long as one may see what it speaks of.
create policy own on platform.notice for select using (
  mission = (select platform.my_mission()) and person = (select platform.my_person())
  and case room
    when 'incidents' then exists (select from incidents.core c
      where c.mission = notice.mission and c.id = notice.record and c.known_to = 9223372036854775807)
    when 'comments' then exists (select from incidents.comment c
      where c.mission = notice.mission and c.record = notice.record and c.known_from = notice.seq)
    when 'briefs' then exists (select from briefs.paper p
      where p.mission = notice.mission and p.id = notice.record and p.known_to = 9223372036854775807)
    when 'jobs' then exists (select from platform.job_run r where r.mission = notice.mission and r.id = notice.record)
    else false end);
create policy read_by_its_person on platform.notice for update using (
  mission = (select platform.my_mission()) and person = (select platform.my_person()));
grant select, insert, update (read_at) on platform.notice to kinga_app;

-- The view of what each ledger line speaks of, with comments and assignments in it.
do $$ begin
  execute 'create or replace view platform.ledger_content with (security_invoker = true) as '
    || rtrim(pg_get_viewdef('platform.ledger_content'::regclass), '; ')
    || ' union all select c.known_from, ''incidents.comment'', c.id::text, c.version, c.salt, c.body, false from incidents.comment c'
    || ' union all select a.known_from, ''incidents.assignment'', a.record::text, a.version, a.salt, a.body, false from incidents.assignment a';
end $$;

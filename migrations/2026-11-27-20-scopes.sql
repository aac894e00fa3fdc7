-- Every scope that a record's version has had: who sees what is decided by few of them, however many records there are. The
-- server holds in memory what sums and maps compare, with the number of each row's scope; which numbers somebody sees is
-- asked here, under the policy of the records themselves (docs/decisions/0016).

create table incidents.scope (
  mission integer not null references platform.mission,
  id integer generated always as identity,
  level smallint not null check (level between 0 and 3),
  compartments bigint not null,
  now_level smallint not null check (now_level between 0 and 3),
  now_compartments bigint not null,
  adm1 text,
  adm2 text,
  primary key (mission, id),
  unique nulls not distinct (mission, level, compartments, now_level, now_compartments, adm1, adm2)
);

alter table incidents.scope enable row level security;
-- The very words of incidents.core's: what is changed there is changed here (a test compares them).
do $$ begin
  execute format('create policy scope on incidents.scope for select using (%s)',
    (select pg_get_expr(polqual, polrelid) from pg_policy where polrelid = 'incidents.core'::regclass and polname = 'scope'));
end $$;
create policy noted on incidents.scope for insert with check (mission = (select platform.my_mission()));
grant select, insert on incidents.scope to kinga_app;

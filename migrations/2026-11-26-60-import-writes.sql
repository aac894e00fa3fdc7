-- Which ledger lines a run wrote, so that an import can be withdrawn as a whole. It says nothing of what they hold:
-- the records are read under their own policies.
create table incidents.import_write (
  mission integer not null references platform.mission,
  run uuid not null,
  first bigint not null,
  last bigint not null check (last >= first),
  primary key (mission, run, first)
);
alter table incidents.import_write enable row level security;
create policy importers on incidents.import_write for all
  using (mission = (select platform.my_mission()) and (select platform.i_may('import.run')))
  with check (mission = (select platform.my_mission()) and (select platform.i_may('import.run')));
grant select, insert on incidents.import_write to kinga_app;

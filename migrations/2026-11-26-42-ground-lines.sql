-- Rivers and roads that a mission brings to lie quietly under its map. Drawn, never searched nor measured on.

create table places.ground_lines (
  mission integer not null references platform.mission,
  id uuid not null,
  -- a file under a name that is there already takes its place
  name text not null,
  source text not null,
  licence text,
  -- of what was imported: the same again changes nothing, and a drawing is known by it
  digest text not null,
  -- [{"kind": "river", "name": …, "names": {…}, "line": [[lon, lat], …]}, …]
  lines jsonb not null,
  imported_at timestamptz not null,
  primary key (mission, id),
  unique (mission, name)
);

alter table places.ground_lines enable row level security;
create policy members on places.ground_lines for select using (mission = (select platform.my_mission()));
create policy managers on places.ground_lines for all
  using (mission = (select platform.my_mission()) and (select platform.i_may('places.manage')))
  with check (mission = (select platform.my_mission()) and (select platform.i_may('places.manage')));

grant select, insert, update on places.ground_lines to kinga_app;

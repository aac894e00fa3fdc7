-- Saved views: a name for the address of a page with its filters. No records are in it; whoever opens it sees what they may.
create table platform.saved_view (
  mission integer not null references platform.mission,
  id uuid not null,
  person uuid not null references platform.person,
  name text not null,
  page text not null,
  -- the query of the page's address
  address text not null,
  shared boolean not null,
  version integer not null,
  changed_at timestamptz not null,
  primary key (mission, id)
);
create index saved_view_person on platform.saved_view (person);
alter table platform.saved_view enable row level security;
create policy own_and_shared on platform.saved_view for select using (
  mission = (select platform.my_mission()) and (shared or person = (select platform.my_person())));
create policy added on platform.saved_view for insert with check (
  mission = (select platform.my_mission()) and person = (select platform.my_person()));
create policy changed on platform.saved_view for update using (
  mission = (select platform.my_mission()) and person = (select platform.my_person()));
create policy taken_away on platform.saved_view for delete using (
  mission = (select platform.my_mission()) and person = (select platform.my_person()));
grant select, insert, update, delete on platform.saved_view to kinga_app;

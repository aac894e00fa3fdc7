-- Events have areas: whoever is limited to some is told of no other. Null: what changed has no place.
alter table platform.event add column areas text[];
-- Nobody noted where those of before were.
update platform.event set areas = '{}';
drop policy readers on platform.event;
create policy readers on platform.event for select
  using (platform.i_am_system() or (mission = (select platform.my_mission()) and level <= (select platform.my_level())
    and (compartments = 0 or compartments & (select platform.my_compartments()) <> 0)
    and ((select platform.my_areas()) is null or areas is null or areas && (select platform.my_areas())::text[])));

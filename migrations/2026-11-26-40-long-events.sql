-- "From" is served by the index on the first day. The few events that go on for years began long before it: this tells how
-- far back the search must go.
create index core_long on incidents.core (mission, day_from) where day_to > day_from + 800;

-- Who may read an older version: whoever may read it as it was written and may read the record as it stands now. What was
-- closed is closed in its past too; what is opened again is as open as each version was written (docs/decisions/0009).

alter table incidents.core
  -- the scope of the version that is current now; level and compartments stay as they were written
  add column now_level smallint,
  add column now_compartments bigint,
  -- of the words and names that belong to this version, also where it did not write them anew
  add column account_level smallint,
  add column protected_level smallint,
  add column group_compartments bigint,
  -- what may name somebody is set apart for specialists
  add column apart boolean not null default false;
alter table incidents.account add column now_level smallint, add column now_compartments bigint;
alter table incidents.protected add column now_level smallint, add column now_compartments bigint;

update incidents.core c set
  account_level = array_position(array['public', 'internal', 'confidential', 'strictly_confidential'], envelope::jsonb #>> '{levels,account}') - 1,
  protected_level = array_position(array['public', 'internal', 'confidential', 'strictly_confidential'], envelope::jsonb #>> '{levels,protected}') - 1,
  group_compartments = coalesce(
    (select g.compartments from incidents.account g where (g.mission, g.id) = (c.mission, c.id) and g.known_from <= c.known_from and g.known_to > c.known_from),
    (select g.compartments from incidents.protected g where (g.mission, g.id) = (c.mission, c.id) and g.known_from <= c.known_from and g.known_to > c.known_from),
    c.compartments),
  apart = dataset = 'own' and (type = 'sexual_violence' or body::jsonb @> '{"figures": [{"harm": "sexual_violence"}]}');
update incidents.core c set
  now_level = case when n.apart and not c.apart then n.protected_level else n.level end,
  now_compartments = case when n.apart and not c.apart then n.group_compartments else n.compartments end
from incidents.core n where (n.mission, n.id) = (c.mission, c.id) and n.known_to = 9223372036854775807;
update incidents.account g set now_level = n.account_level, now_compartments = n.group_compartments
from incidents.core n where (n.mission, n.id) = (g.mission, g.id) and n.known_to = 9223372036854775807;
update incidents.protected g set now_level = n.protected_level, now_compartments = n.group_compartments
from incidents.core n where (n.mission, n.id) = (g.mission, g.id) and n.known_to = 9223372036854775807;

alter table incidents.core
  alter column now_level set not null, alter column now_compartments set not null,
  alter column account_level set not null, alter column protected_level set not null, alter column group_compartments set not null;
alter table incidents.account alter column now_level set not null, alter column now_compartments set not null;
alter table incidents.protected alter column now_level set not null, alter column now_compartments set not null;

-- The policies read two columns more: the indexes that answer lists and tiles alone carry them.
drop index incidents.core_day;
create index core_day on incidents.core (mission, day_from, id)
  include (known_from, known_to, level, compartments, now_level, now_compartments, adm1, adm2, lon, lat, killed_best, civilians_best, dataset, operational, kind, type);
drop index incidents.core_tile;
create index core_tile on incidents.core (mission, tile_key)
  include (known_from, known_to, level, compartments, now_level, now_compartments, adm1, adm2, lon, lat, day_from, killed_best, civilians_best, dataset, place_precision, kind, type, operational, id);

-- Done by the database whoever writes: the writer may not see the older versions, and must not be able to leave them open.
create function incidents.close_past() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  ids uuid[];
begin
  select array_agg(id) into ids from written where version > 1 and known_to = 9223372036854775807;
  if ids is null then return null; end if;
  -- The ids stand there twice: joined only, a planner without statistics reads every row of the mission.
  update incidents.core c set
      now_level = case when n.apart and not c.apart then n.protected_level else n.level end,
      now_compartments = case when n.apart and not c.apart then n.group_compartments else n.compartments end
    from written n where c.id = any (ids) and (c.mission, c.id) = (n.mission, n.id) and c.version < n.version
      and n.known_to = 9223372036854775807
      and (c.now_level, c.now_compartments) is distinct from (
        case when n.apart and not c.apart then n.protected_level else n.level end,
        case when n.apart and not c.apart then n.group_compartments else n.compartments end);
  update incidents.account g set now_level = n.account_level, now_compartments = n.group_compartments
    from written n where g.id = any (ids) and (g.mission, g.id) = (n.mission, n.id) and n.known_to = 9223372036854775807
      and (g.now_level, g.now_compartments) is distinct from (n.account_level, n.group_compartments);
  update incidents.protected g set now_level = n.protected_level, now_compartments = n.group_compartments
    from written n where g.id = any (ids) and (g.mission, g.id) = (n.mission, n.id) and n.known_to = 9223372036854775807
      and (g.now_level, g.now_compartments) is distinct from (n.protected_level, n.group_compartments);
  return null;
end $$;
revoke all on function incidents.close_past() from public;
create trigger close_past after insert on incidents.core referencing new table as written
  for each statement execute function incidents.close_past();

-- The bit of conduct and discipline in the mission; null where it has no such component.
create function incidents.conduct_bit() returns bigint language sql stable parallel safe
  return (select 1::bigint << bit from platform.compartment where mission = platform.my_mission() and code = 'conduct_discipline');

do $$
declare
  t text;
  place text := '
      and ((select platform.my_areas()) is null
        or adm1 = any ((select platform.my_areas())::text[])
        or adm2 = any ((select platform.my_areas())::text[]))';
  mine text := '
      mission = (select platform.my_mission())
      and level <= (select platform.my_level())';
  view text := mine || '
      and now_level <= (select platform.my_level())
      and (compartments = 0 or compartments & (select platform.my_compartments()) <> 0)
      and (now_compartments = 0 or now_compartments & (select platform.my_compartments()) <> 0)' || place;
begin
  foreach t in array array['core', 'account', 'protected'] loop
    execute format('drop policy scope on incidents.%I', t);
    execute format('create policy scope on incidents.%I for select using (%s)', t, view);
    if t <> 'core' then
      execute format('drop policy replaced on incidents.%I', t);
    end if;
    execute format('create policy replaced on incidents.%I for update using (%s)', t, view);
  end loop;
  -- Nobody writes a record that they do not see, but one: whoever hears an accusation against own people hands it over.
  execute format('create policy written on incidents.core for insert with check (%s)', view);
  execute format('create policy handed_over on incidents.core for insert with check (%s
      and compartments = (select incidents.conduct_bit()) and now_level = level and now_compartments = compartments%s)', mine, place);
end $$;

-- A receipt for whoever handed over what they do not see, and sends it again: it tells what the sender was told, to nobody
-- but who has the same content and the same credential (sent is a digest of both under a key of the installation).
create function incidents.receipts(asked uuid[], what bytea[])
returns table (id uuid, version integer, seq bigint, digest bytea)
language sql stable security definer set search_path = pg_catalog as $$
  select c.id, c.version, l.seq, l.digest
  from unnest(asked, what) as a (id, sent)
    join incidents.core c on c.mission = platform.my_mission() and c.id = a.id and c.sent = a.sent
    join platform.ledger l on l.seq = c.known_from
$$;
revoke all on function incidents.receipts(uuid[], bytea[]) from public;
grant execute on function incidents.receipts(uuid[], bytea[]) to kinga_app;

-- Digests of what was sent are under a key of the installation. Those from before have no key: a start finds them here
-- and gives them one.
create index core_sent_unkeyed on incidents.core (mission, id, version) where octet_length(sent) = 32;

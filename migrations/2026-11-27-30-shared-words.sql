-- Versions that say the same share one row of words: a status that changed changes no word, and whoever searches a large
-- mission visits fewer rows (docs/decisions/0016). `words_from` names the row that holds a version's words, by its ledger line.

-- The first line of those in a row that say the same.
create temp table shared (room text, mission integer, line bigint, words_from bigint, primary key (room, mission, line)) on commit drop;
create function pg_temp.words_from(text, integer, bigint) returns bigint language sql stable
  return (select words_from from shared where (room, mission, line) = ($1, $2, $3));

do $$
declare
  t text;
begin
  foreach t in array array['core', 'account'] loop
    execute format('insert into shared
      select %1$L, mission, line, max(line) filter (where fresh) over (partition by mission, id order by line)
      from (select mission, line, id, search is distinct from lag(search) over (partition by mission, id order by line) as fresh
        from incidents.%1$I_words) w', t);
    analyze shared;
    -- A table written anew has no gaps, which an update of all its rows would leave.
    execute format('alter table incidents.%I add column words_from bigint', t);
    execute format('alter table incidents.%1$I alter column words_from type bigint using pg_temp.words_from(%1$L, mission, known_from),
      alter column words_from set not null', t);

    create table incidents.kept (
      mission integer not null,
      -- the ledger line of the first version that says so
      line bigint not null,
      id uuid not null,
      search tsvector not null
    );
    -- Long ones lie out of the row: what is found is counted without being read.
    alter table incidents.kept alter column search set storage external;
    execute format('insert into incidents.kept
      select w.mission, w.line, w.id, w.search from incidents.%1$I_words w
        join shared s on (s.room, s.mission, s.line, s.words_from) = (%1$L, w.mission, w.line, w.line)
      order by w.mission, w.line', t);
    execute format('drop table incidents.%I_words', t);
    execute format('alter table incidents.kept rename to %I_words', t);
    execute format('alter table incidents.%I_words add primary key (mission, line)', t);
    execute format('create index %1$I_words_search on incidents.%1$I_words using gin (search)', t);
    execute format('alter table incidents.%I_words enable row level security', t);
    execute format('create policy scope on incidents.%1$I_words for select using (mission = (select platform.my_mission())
      and ((select platform.i_see_all()) or exists (select from incidents.%1$I g
        where g.mission = %1$I_words.mission and g.id = %1$I_words.id and g.words_from = %1$I_words.line)))', t);
    execute format('create policy written on incidents.%I_words for insert with check (mission = (select platform.my_mission()))', t);
    execute format('grant select, insert on incidents.%I_words to kinga_app', t);
  end loop;
end $$;
drop function pg_temp.words_from;

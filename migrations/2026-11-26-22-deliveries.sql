-- Checkpoints on their way out of the house: what was tried, when, and what came of it.
create table platform.delivery (
  outlet text not null check (outlet in ('webhook', 'mail')),
  size bigint not null references platform.checkpoint,
  tries integer not null default 0,
  tried_at timestamptz,
  due_at timestamptz not null,
  delivered_at timestamptz,
  -- a code or a status, never words of the other side
  failure text,
  primary key (outlet, size)
);
create index delivery_size on platform.delivery (size);
alter table platform.delivery enable row level security;
create policy readers on platform.delivery for select using ((select platform.i_may('ledger.read')) or (select platform.i_am_system()));
create policy system_writes on platform.delivery for all using (platform.i_am_system()) with check (platform.i_am_system());
grant select, insert, update on platform.delivery to kinga_app;

-- An invitation that was made by mistake, or whose link went astray, can be ended before it is used.
alter table platform.invitation add column ended_at timestamptz;

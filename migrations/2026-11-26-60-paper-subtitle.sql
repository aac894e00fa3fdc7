-- What a paper is about stands beside its title in lists: without it every flash would read alike.
alter table briefs.paper add column subtitle text;
update briefs.paper set subtitle = body::jsonb #>> '{paper,subtitle}';
alter table briefs.paper alter column subtitle set not null;

-- Which process works on a run: the number of an advisory lock that it holds for as long as it lives. Only runs whose
-- process is gone are taken up by another one.
alter table platform.job_run add column worker integer;

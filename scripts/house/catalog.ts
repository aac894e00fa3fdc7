/** What PostgreSQL's own catalog says of a migrated database, in an order that does not depend on the machine. */
import type { Client } from 'pg';

/** Everything of ours: not PostgreSQL's, not an extension's, not the job queue's. */
const OURS = `n.nspname not in ('information_schema', 'pgboss') and n.nspname not like 'pg\\_%'`;
const noExtension = (catalog: string, oid: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;

export interface Relation {
  name: string;
  kind: 'table' | 'view';
  comment: string | null;
  rowSecurity: boolean;
  columns: { name: string; type: string; nullable: boolean; fallback: string | null; comment: string | null }[];
  constraints: { name: string; definition: string }[];
  indexes: { name: string; definition: string }[];
  policies: { name: string; command: string; using: string | null; check: string | null }[];
  /** What the application's role may do, columns in brackets where only some. */
  grants: string[];
  /** The query of a view. */
  definition: string | null;
}

export interface Catalog {
  relations: Relation[];
  functions: { name: string; result: string; body: string }[];
}

const RELATIONS = `
  select n.nspname || '.' || c.relname as name, case when c.relkind = 'v' then 'view' else 'table' end as kind,
    obj_description(c.oid, 'pg_class') as comment, c.relrowsecurity as "rowSecurity",
    (select coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'nullable', not a.attnotnull, 'comment', col_description(c.oid, a.attnum),
        'fallback', case when a.attidentity <> '' then 'identity' else pg_get_expr(f.adbin, f.adrelid) end) order by a.attnum), '[]')
      from pg_attribute a left join pg_attrdef f on f.adrelid = c.oid and f.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select coalesce(json_agg(json_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid))
        order by k.contype, k.conname), '[]')
      from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n') as constraints,
    (select coalesce(json_agg(json_build_object('name', i.relname, 'definition',
        regexp_replace(pg_get_indexdef(i.oid), '^CREATE (UNIQUE )?INDEX .* USING ', '\\1')) order by i.relname), '[]')
      from pg_index x join pg_class i on i.oid = x.indexrelid
      where x.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.oid and k.contype in ('p', 'u', 'x'))) as indexes,
    (select coalesce(json_agg(json_build_object('name', p.policyname, 'command', lower(p.cmd), 'using', p.qual, 'check', p.with_check)
        order by p.policyname), '[]')
      from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname) as policies,
    (select coalesce(json_agg(g.may order by g.may), '[]') from (
        select lower(privilege_type) as may from information_schema.table_privileges t
        where t.grantee = 'kinga_app' and t.table_schema = n.nspname and t.table_name = c.relname
        union all
        select lower(privilege_type) || ' (' || string_agg(column_name, ', ' order by column_name) || ')'
        from information_schema.column_privileges t
        where t.grantee = 'kinga_app' and t.table_schema = n.nspname and t.table_name = c.relname
          and not exists (select from information_schema.table_privileges w where w.grantee = 'kinga_app'
            and w.table_schema = n.nspname and w.table_name = c.relname and w.privilege_type = t.privilege_type)
        group by privilege_type) g) as grants,
    case when c.relkind = 'v' then pg_get_viewdef(c.oid, true) end as definition
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v') and ${OURS} and ${noExtension('pg_class', 'c.oid')}
  order by n.nspname collate "C", c.relname collate "C"`;

const FUNCTIONS = `
  select n.nspname || '.' || p.proname || '(' || pg_get_function_arguments(p.oid) || ')' as name,
    pg_get_function_result(p.oid) as result, coalesce(pg_get_function_sqlbody(p.oid), p.prosrc) as body
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where ${OURS} and ${noExtension('pg_proc', 'p.oid')}
  order by n.nspname collate "C", p.proname collate "C", pg_get_function_arguments(p.oid) collate "C"`;

/** @param owner a connection of the schema's owner */
export async function readCatalog(owner: Client): Promise<Catalog> {
  const relations = await owner.query<Relation>(RELATIONS);
  const functions = await owner.query<Catalog['functions'][number]>(FUNCTIONS);
  return { relations: relations.rows, functions: functions.rows };
}

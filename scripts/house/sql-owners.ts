/**
 * Whose tables does a file's SQL name? One PostgreSQL schema a room, and nobody else's SQL on it. Only texts of the
 * code are read (strings and templates), and only names of tables that the migrations make, so that a verb such as
 * `incident.read` is no table.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { houseFiles } from './files.ts';

/** Tables that only one corner of their room may touch. */
const KEEPERS: Record<string, string> = { 'platform.subject_key': 'src/platform/vault/' };

const MADE = /create (?:unlogged )?(?:table|(?:materialized )?view) (?:if not exists )?(\w+\.\w+)/gi;

/** @returns a sentence for each file that speaks of a table that is not its own */
export async function findForeignSql(root: string): Promise<string[]> {
  const files = await houseFiles(root);
  const read = (file: string) => readFile(path.join(root, file), 'utf8');
  const migrations = await Promise.all(files.filter((f) => /^migrations\/.*\.sql$/.test(f)).map(read));
  const tables = new Set(migrations.flatMap((sql) => [...sql.matchAll(MADE)].map(([, name = '']) => name)));
  if (tables.size === 0) throw new Error(`No tables were found in ${path.join(root, 'migrations')}.`);
  const code = files.filter((f) => /^src\/.*\.ts$/.test(f) && !/\.test(-help)?\.ts$/.test(f));
  const found = await Promise.all(
    code.map(async (file) =>
      [...new Set(texts(file, await read(file)).flatMap((text) => text.match(/\b[a-z_]+\.[a-z_]+\b/g) ?? []))]
        .filter((name) => tables.has(name) && !isOwn(file, name))
        .map((name) => `${file} speaks of ${name}, which belongs to ${ownerOf(name)}`),
    ),
  );
  return found.flat();
}

const ownerOf = (table: string): string => KEEPERS[table] ?? `src/${table.split('.')[0]}/`;
const isOwn = (file: string, table: string): boolean => file.startsWith(ownerOf(table));

/** Every string and template of a source file. */
function texts(file: string, source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    else if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest));
  return found;
}

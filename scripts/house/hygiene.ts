/** What no committed file may hold: silent suppressions, secrets, traces of the machine it was written on. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { houseFiles } from './files.ts';

interface Trace {
  name: string;
  found: RegExp;
}

/** A suppression must say why after its own words; a reason shorter than this is none. */
const SUPPRESSION =
  /(?:@ts-expect-error|biome-ignore(?:-all|-start)?\s+[\w/]+|(?:v8|c8|istanbul) ignore(?: next| start| file)?)[\s:–—-]*([^\n*]*)/g;
const SHORTEST_REASON = 12;

const TRACES: readonly Trace[] = [
  { name: 'a suppression that is never allowed', found: /@ts-(?:ignore|nocheck)\b|eslint-[d]isable/ },
  { name: 'a test that silences the others', found: /\b(?:it|test|describe)\.only\s*\(/ },
  { name: 'a private key', found: /-----BEGIN [A-Z ]*PRIVATE KEY-----|AGE-SECRET-KEY-1[0-9A-Z]{20,}/ },
  {
    name: 'an access token',
    found: /\b(?:gh[pousr]_\w{30,}|npm_\w{30,}|AKIA[0-9A-Z]{16}|xox[abprs]-[\w-]{20,}|sk-[\w-]{32,}|glpat-[\w-]{20,})/,
  },
  {
    name: 'a password in an address',
    found: /[a-z]+:\/\/[^\s/:@'"`$<{]+:(?!password@|secret@)[^\s/:@'"`$<{]{3,}@(?!example\.)[\w.-]+/,
  },
  {
    name: "a path of somebody's machine",
    found: /(?<![\w.~-])\/(?:work\/\w|root\/|home\/(?!kinga\b)\w+\/|Users\/\w+\/)/,
  },
  { name: 'a package from elsewhere than npm', found: /"resolved"[:] "(?!https:\/\/registry\.npmjs\.org\/)/ },
  { name: 'a registry of somebody', found: /^[^\S\n]*(?:@[\w-]+:)?registry\s*=\s*(?!https:\/\/registry\.npmjs\.org)/m },
];

/** Data that people or tools made, with every word its own. */
const BINARY = /\.(png|jpe?g|woff2?|ico|gz|zip|xlsx|pdf|age)$/;

/** @returns `file:line what is wrong` for each trace */
export async function findTraces(root: string): Promise<string[]> {
  const files = (await houseFiles(root)).filter((file) => !BINARY.test(file));
  const found = await Promise.all(
    files.map(async (file) => traces(await readFile(path.join(root, file), 'utf8')).map((what) => `${file}:${what}`)),
  );
  return found.flat();
}

function traces(text: string): string[] {
  const line = (index: number) => text.slice(0, index).split('\n').length;
  const plain = TRACES.flatMap(({ name, found }) => {
    const hit = found.exec(text);
    return hit ? [`${line(hit.index)} ${name}`] : [];
  });
  const silent = [...text.matchAll(SUPPRESSION)]
    .filter(([, reason = '']) => reason.trim().length < SHORTEST_REASON)
    .map(({ index }) => `${line(index)} a suppression without a reason`);
  return [...plain, ...silent];
}

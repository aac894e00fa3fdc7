/** What documents and catalogues say must be so: names that exist, sentences in three languages. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LANGUAGES } from '../../src/vocabulary/codes.ts';
import { houseFiles } from './files.ts';

type Sentences = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Errors that lack a language, or whose places for details differ between languages. */
export function findMissingWords(catalogue: Sentences): string[] {
  const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ');
  return Object.entries(catalogue).flatMap(([code, sentences]) =>
    LANGUAGES.flatMap((language) => {
      const text = sentences[language]?.trim();
      if (!text) return [`${code} has no sentence in ${language}`];
      return places(text) === places(sentences.en ?? '')
        ? []
        : [`${code} names other details in ${language} than in en`];
    }),
  );
}

/** Generated from other texts, which are looked at themselves. */
const GENERATED = /^docs\/(glossary|schema|lifecycles)\.md$/;

/** @returns what the documents name and what is not there: links, files in backticks, npm scripts, commands */
export async function findBrokenWords(root: string): Promise<string[]> {
  const scripts = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')).scripts as Record<string, string>;
  const documents = (await houseFiles(root)).filter((file) => file.endsWith('.md') && !GENERATED.test(file));
  const found = await Promise.all(
    documents.map(async (file) => {
      const text = await readFile(path.join(root, file), 'utf8');
      const all = (expression: RegExp) => [...text.matchAll(expression)].map(([, name = '']) => name);
      const links = all(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g).filter(
        (link) => !existsSync(path.join(root, path.dirname(file), link)),
      );
      const files = all(/`((?:src|web|test|scripts|bench|docs|tools|bin|migrations)\/[\w./-]+)`/g).filter(
        (name) => !existsSync(path.join(root, name)),
      );
      const runs = all(/npm run (?:-s )?([a-z]+)/g).filter((name) => !(name in scripts));
      const commands = all(/npm run -s kinga -- ([a-z]+)/g).filter(
        (name) => !existsSync(path.join(root, 'src/cli/commands', `${name}.ts`)),
      );
      return [
        ...links.map((link) => `${file} links to ${link}, which is not there`),
        ...files.map((name) => `${file} names ${name}, which is not there`),
        ...runs.map((name) => `${file} names npm run ${name}, which is not there`),
        ...commands.map((name) => `${file} names the command ${name}, which is not there`),
      ];
    }),
  );
  return [...new Set(found.flat())];
}

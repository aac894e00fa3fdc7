/**
 * Writes `docs/glossary.md` from the hand-written terms and the code lists:
 * `node src/vocabulary/write-glossary.ts` after either changed; a test compares.
 */
import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { FIELD_HELP } from './fields.ts';
import termsJson from './glossary-terms.json' with { type: 'json' };
import { list, listIds } from './lists.ts';
import { type CodeList, Labels } from './schema.ts';
import sourcesJson from './sources.json' with { type: 'json' };

const Term = z.strictObject({ term: Labels, definition: z.string().min(1), source: z.string().min(1) });

/** The terms whose meaning this product fixes, in the order of the flow. */
export const TERMS = z.array(Term).parse(termsJson);

/** By key, the documents that `[S33]` and `[seed]` refer to. */
const SOURCES: Readonly<Record<string, string>> = sourcesJson;

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function listSection(l: CodeList): string {
  const rows = l.codes.map((c) => [
    `\`${c.code}\``,
    c.labels.en,
    c.labels.fr,
    c.labels.ar,
    [c.help?.en, c.source && `(${c.source})`].filter(Boolean).join(' '),
  ]);
  return [
    `### ${l.title.en}`,
    '',
    `${l.title.fr} · ${l.title.ar} · \`${l.id}\` · ${l.source}`,
    '',
    table(['code', 'English', 'français', 'العربية', 'meaning'], rows),
  ].join('\n');
}

/** The whole glossary as Markdown. */
export function glossary(): string {
  const terms = TERMS.map((t) => [t.term.en, t.term.fr, t.term.ar, t.definition, t.source]);
  const fields = Object.entries(FIELD_HELP).map(([name, { text, documents, own }]) => {
    const source = documents.join('; ') || (own ? 'own usage' : 'unsourced: field knowledge');
    return [`\`${name}\``, text.en, text.fr, text.ar, source];
  });
  const sources = Object.entries(SOURCES).map(([key, text]) => [`[${key}]`, text]);
  return `${[
    '<!-- biome-ignore-all format: generated; padded columns would make every small change a large one -->',
    '',
    '# Glossary',
    '',
    'The words of the product, in English, French and Arabic. Written by `src/vocabulary/write-glossary.ts`: change the',
    'lists or `glossary-terms.json` and run it again. A source in brackets was read (list at the end); *unsourced* is',
    'field knowledge without a document at hand, not to be quoted as anybody’s; *own usage* is how this product uses a word.',
    '',
    '## Terms',
    '',
    table(['English', 'français', 'العربية', 'meaning', 'source'], terms),
    '',
    '## Fields',
    '',
    'What stands behind the `?` beside a field.',
    '',
    table(['field', 'English', 'français', 'العربية', 'source'], fields),
    '',
    '## Code lists',
    '',
    listIds()
      .map((id) => listSection(list(id)))
      .join('\n\n'),
    '',
    '## Sources',
    '',
    table(['key', 'document'], sources),
  ].join('\n')}\n`;
}

if (import.meta.main) writeFileSync(new URL('../../docs/glossary.md', import.meta.url), glossary());

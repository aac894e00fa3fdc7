/**
 * The form behind an export (XLSForm): what each question asks, and what each code of a choice is called. An export by
 * names then reads like one by labels. Pure; the workbook is read elsewhere.
 */
import { foldWords, type Mapping } from './contract.ts';
import { ACTOR_LABELS, EVENT_LABELS } from './value-words.ts';

type Cells = Readonly<Record<string, string>>;

export interface FormHelp {
  questions: readonly { name: string; path: string; labels: readonly string[]; list: string | null }[];
  /** Labels of each code, by list. */
  choices: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

/** `label`, `label::English (en)`, `label:fr`. */
const labelsOf = (cells: Cells): string[] =>
  Object.entries(cells).flatMap(([header, text]) =>
    /^label(::?.*)?$/i.test(header.trim()) && text.trim() !== '' ? [plain(text)] : [],
  );
/** Forms write emphasis and the answers to other questions into their labels. */
const plain = (text: string): string =>
  text
    .replaceAll(/\$\{[^}]*\}|[*_#]|<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const cell = (cells: Cells, name: string): string =>
  (Object.entries(cells).find(([header]) => header.trim().toLowerCase() === name)?.[1] ?? '').trim();

/** @param survey rows of the sheet `survey`; @param choices rows of the sheet `choices` */
export function formHelp(survey: readonly Cells[], choices: readonly Cells[]): FormHelp {
  const groups: string[] = [];
  const questions: FormHelp['questions'][number][] = [];
  for (const row of survey) {
    const type = cell(row, 'type').toLowerCase().replaceAll('_', ' ');
    const name = cell(row, 'name');
    if (/^begin (group|repeat|loop)/.test(type)) groups.push(name);
    else if (/^end (group|repeat|loop)/.test(type)) groups.pop();
    else if (name !== '') {
      const list = /^select (?:one|multiple)(?: from)? (\S+)/.exec(
        cell(row, 'type')
          .toLowerCase()
          .replace(/^select_(one|multiple)/, 'select $1'),
      );
      questions.push({ name, path: [...groups, name].join('/'), labels: labelsOf(row), list: list?.[1] ?? null });
    }
  }
  const lists = new Map<string, Map<string, readonly string[]>>();
  for (const row of choices) {
    const list = (cell(row, 'list_name') || cell(row, 'list name')).toLowerCase();
    const code = cell(row, 'name') || cell(row, 'value');
    if (list === '' || code === '') continue;
    const codes = lists.get(list) ?? new Map<string, readonly string[]>();
    lists.set(list, codes.set(code, labelsOf(row)));
  }
  return { questions, choices: lists };
}

/** The question that a column answers: by its path, its name behind its groups, or its label. */
export function questionFor(help: FormHelp, header: string): FormHelp['questions'][number] | undefined {
  const last = header.slice(header.lastIndexOf('/') + 1);
  return (
    help.questions.find(({ path }) => path === header) ??
    help.questions.find(({ name }) => name === last) ??
    help.questions.find(({ labels }) => labels.some((label) => label === header || label === last))
  );
}

/** What the form asks, by heading: what a column's name does not say its question may. */
export const labelsByHeader = (help: FormHelp, headers: readonly string[]): Map<string, readonly string[]> =>
  new Map(
    headers.flatMap((header) => {
      const labels = questionFor(help, header)?.labels ?? [];
      return labels.length > 0 ? [[header, labels] as const] : [];
    }),
  );

/** What each code of a column's choices is called, by heading. */
export const choicesByHeader = (help: FormHelp, headers: readonly string[]) =>
  new Map(
    headers.flatMap((header) => {
      const list = questionFor(help, header)?.list;
      const codes = list ? help.choices.get(list) : undefined;
      return codes ? [[header, codes] as const] : [];
    }),
  );

/** Rows with the codes of choices as their labels: several answers of one question are parted by blanks. */
export function withLabels(
  rows: readonly Cells[],
  choices: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>,
): Record<string, string>[] {
  return rows.map((cells) => {
    const read: Record<string, string> = { ...cells };
    for (const [header, codes] of choices) {
      const text = (cells[header] ?? '').trim();
      const label = codes.get(text)?.[0];
      if (label !== undefined) read[header] = label;
    }
    return read;
  });
}

/** The mapping with the codes of choices among its words, each meaning what one of its labels means. */
export function withCodes(
  mapping: Mapping,
  choices: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>,
): Mapping {
  const types = { ...mapping.types };
  const actorTypes = { ...mapping.actorTypes };
  for (const [header, codes] of choices) {
    const field = Object.hasOwn(mapping.columns, header) ? mapping.columns[header] : undefined;
    for (const [code, labels] of codes) {
      const words = [code, ...labels].map(foldWords);
      if (field === 'type') mean(types, code, words, EVENT_LABELS);
      if (field === 'perpetrator' || field === 'target' || field === 'party')
        mean(actorTypes, code, words, ACTOR_LABELS);
    }
  }
  return { ...mapping, types, actorTypes };
}

function mean<T>(into: Record<string, T>, code: string, words: readonly string[], known: ReadonlyMap<string, T>): void {
  const found = words.map((word) => known.get(word)).find((one) => one !== undefined);
  if (found !== undefined) into[foldWords(code)] = found;
}

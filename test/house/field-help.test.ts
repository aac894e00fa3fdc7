/** Help stands beside every field that asks for something of a record: in forms, filters, decisions and an import's columns. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { houseFiles } from '../../scripts/house/files.ts';
import { FIELD_HELP } from '../../src/vocabulary/fields.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FORMS = /^web\/pages\/(edit\/sections|room\/filters|import\/mapping)\/[\w-]+\.tsx$|decide-dialog\.tsx$/;
/** An opening tag of a field, up to its end or its first child. */
const FIELD =
  /<(?:TextField|NumberField|Select|ComboBox|ChooseAny|ChooseOne|DayField|MomentField)\b[\s\S]*?\s*(?:\/>|>\n)/g;
/** React Aria's own, put together by hand: there the head of the field carries the help. */
const IS_RAW = /className="field"/;

const pages = await Promise.all(
  (await houseFiles(root))
    .filter((file) => /^web\/.*\.tsx?$/.test(file) && !/\.test\./.test(file))
    .map(async (file) => ({ file, code: await readFile(path.join(root, file), 'utf8') })),
);
const fieldsIn = (code: string): string[] => code.match(FIELD) ?? [];

it('is beside every field', () => {
  const forms = pages.filter(({ file }) => FORMS.test(file));
  const fields = forms.flatMap(({ file, code }) => fieldsIn(code).map((tag) => ({ file, tag })));
  expect(fields.length).toBeGreaterThan(60);
  expect(fields.filter(({ tag }) => !tag.includes('about=') && !IS_RAW.test(tag))).toEqual([]);
});

it('would miss one without it', () => {
  expect(fieldsIn('<TextField\n  label="Name"\n/>')).toHaveLength(1);
});

it('is shown somewhere, whatever is explained', () => {
  const code = pages.map((page) => page.code).join('\n');
  expect(Object.keys(FIELD_HELP).filter((name) => !new RegExp(`['"]${name}['"]`).test(code))).toEqual([]);
});

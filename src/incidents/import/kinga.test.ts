import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFile, writeRows } from '../../platform/files/index.ts';
import type { IncidentInput } from '../contract.ts';
import { EXPORT_COLUMNS, EXPORT_HEADERS, EXPORT_HXL_TAGS, toRow } from '../export-columns.ts';
import { accepted, contextFor } from './context.test-help.ts';
import { fieldOfTag } from './hxl.ts';
import { anyInput, asRead } from './incident.test-help.ts';
import { kingaAdapter } from './kinga.ts';
import { recognise } from './schemas.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kinga-export-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Out through the writer, in through the reader, as it happens to people's files. */
async function throughCsv(inputs: readonly IncidentInput[], hxlTags?: Record<string, string>) {
  const rows = inputs.map((input) => ({ cells: toRow(asRead(input)) }));
  const file = path.join(folder, 'export.csv');
  const bytes = writeRows('csv', rows, { headers: EXPORT_HEADERS, ...(hxlTags && { hxlTags }) });
  await writeFile(file, await buffer(bytes));
  const opened = await openFile(file);
  expect(recognise(opened.headers, opened.hxlTags).schema).toBe('kinga');
  const adapter = kingaAdapter(contextFor(opened.headers));
  const back = [];
  for await (const row of opened.rows()) {
    if (row.refused) throw new Error(row.reason);
    back.push(accepted(adapter.adapt(row)));
  }
  return back;
}

describe('our own export', () => {
  it('comes back as the same records, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyInput, { minLength: 1, maxLength: 4 }), async (inputs) => {
        const back = await throughCsv(inputs);
        expect(back.map(({ id, input }) => ({ id, ...input }))).toEqual(inputs);
      }),
      { numRuns: 150 },
    );
  });

  it('comes back the same with a row of hashtags', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput, async (input) => {
        const [back] = await throughCsv([input], { ...EXPORT_HXL_TAGS });
        expect({ id: back?.id, ...back?.input }).toEqual(input);
      }),
      { numRuns: 20 },
    );
  });

  it('has nothing to warn of when nothing was touched', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(accepted(adaptCells(cellsOf(input))).warnings).toEqual([]);
      }),
    );
  });
});

const cellsOf = (input: IncidentInput): Record<string, string> =>
  Object.fromEntries(
    Object.entries(toRow(asRead(input))).map(([name, cell]) => [name, cell === null ? '' : String(cell)]),
  );
const adaptCells = (cells: Record<string, string>) =>
  kingaAdapter(contextFor(Object.keys(cells))).adapt({ row: 2, cells });
const [sample] = fc.sample(
  anyInput.filter(
    ({ account, protected: sealed, core, levels }) =>
      account !== null && sealed !== null && core.where.point !== null && levels.account === 'public',
  ),
  { numRuns: 1, seed: 7 },
);
if (!sample) throw new Error('no sample');

describe('an export that somebody changed', () => {
  it('loses changes in columns that are only shown, and says so', () => {
    const { warnings } = accepted(adaptCells({ ...cellsOf(sample), killed_best: '123456' }));
    expect(warnings).toEqual([expect.stringMatching(/killed_best: “123456” differs from the record's/)]);
  });

  it('says so when words stand in a group that it does not name', () => {
    const { input, warnings } = accepted(
      adaptCells({ ...cellsOf(sample), narrative: 'Words', kinga_groups: 'core protected' }),
    );
    expect(input.account).toBeNull();
    expect(warnings).toEqual([expect.stringMatching(/“account”: what its columns hold was left out/)]);
  });

  it('is refused with a sentence where it is no record any more', () => {
    expect(adaptCells({ ...cellsOf(sample), kinga_parties: '[{' }).refused).toMatch(/kinga_parties: .* not the JSON/);
    expect(adaptCells({ ...cellsOf(sample), type: 'party' }).refused).toMatch(/core.type/);
    expect(adaptCells({ ...cellsOf(sample), latitude: '' }).refused).toMatch(/core.where.point/);
    expect(adaptCells({ ...cellsOf(sample), kinga_erased: 'erased' }).refused).toMatch(/erased/);
  });
});

it('an export without a group leaves that group alone and never lowers its level', () => {
  const { account: _account, ...seen } = asRead(sample);
  const { account: _level, ...levels } = seen.levels;
  const cells = toRow({ ...seen, levels });
  expect(EXPORT_COLUMNS.filter((c) => c.group === 'account').every((c) => cells[c.name] === null)).toBe(true);
  const text = Object.fromEntries(
    Object.entries(cells).map(([name, cell]) => [name, cell === null ? '' : String(cell)]),
  );
  const { input, warnings } = accepted(adaptCells(text));
  // Most records lack a group: that is nothing to warn of.
  expect(warnings).toEqual([]);
  expect(input.account).toBeNull();
  expect(input.levels.account).toBe('strictly_confidential');
});

it('has columns with names of their own and hashtags that others read as we do', () => {
  expect(new Set(EXPORT_HEADERS).size).toBe(EXPORT_HEADERS.length);
  for (const [name, tag] of Object.entries(EXPORT_HXL_TAGS)) {
    expect(tag, name).toMatch(/^#[a-z][a-z0-9]*(\+[a-z][a-z0-9]*)*$/);
  }
  expect(fieldOfTag(EXPORT_HXL_TAGS.killed_civilians_best ?? '')).toBe('killed.civilians.best');
  expect(fieldOfTag(EXPORT_HXL_TAGS.killed_low ?? '')).toBe('killed.all.low');
  expect(fieldOfTag(EXPORT_HXL_TAGS.date_to ?? '')).toBe('date_to');
  expect(fieldOfTag(EXPORT_HXL_TAGS.latitude ?? '')).toBe('latitude');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, sectionsFor } from './find.ts';
import { type Command, GROUPS } from './registry.ts';

const command = (id: string, label: string, group: Command['group'] = 'go'): Command => ({
  ...{ id, group, label },
  run: () => undefined,
});
const NAMES: Partial<Record<Command['group'], string>> = { go: 'Go to', export: 'Export' };
const name = (group: Command['group']) => NAMES[group] ?? group;
const ids = (commands: Command[], typed: string, recent: string[] = []) =>
  sectionsFor(commands, typed, recent, name).flatMap((section) => section.commands.map(({ id }) => id));

const HOUSE = [
  command('go.ledger', 'Ledger'),
  command('go.people', 'People'),
  command('export.csv', 'CSV', 'export'),
  command('export.xlsx', 'Excel (XLSX)', 'export'),
  command('record', 'Record something new', 'record'),
];

describe('what is found', () => {
  it('fits with letters missing, and by the name of its group', () => {
    expect(ids(HOUSE, 'ldgr')[0]).toBe('go.ledger');
    expect(ids(HOUSE, 'export csv')[0]).toBe('export.csv');
    expect(ids(HOUSE, 'zzz')).toEqual([]);
  });

  it.each([
    ['Événements récents', 'evenements'],
    ['Établir un relevé', 'etablir'],
    ['السجلّ', 'سجل'],
    ['القرية', 'القريه'],
    ['أحداث', 'احداث'],
    ['منطقة على الخريطة', 'منطقه علي'],
  ])('%s, typed as %s', (label, typed) => {
    expect(ids([command('a', label), command('b', 'Other words')], typed)).toEqual(['a']);
  });

  it('has what was used lately first, in the order of its use, and once', () => {
    expect(ids(HOUSE, '', ['export.xlsx', 'go.people', 'gone']).slice(0, 2)).toEqual(['export.xlsx', 'go.people']);
    expect(ids(HOUSE, '', ['export.xlsx']).toSorted()).toEqual(HOUSE.map(({ id }) => id).toSorted());
  });

  it('of two that fit alike has the one first that was used lately', () => {
    const two = [command('a', 'Show the map'), command('b', 'Show the mat')];
    expect(ids(two, 'show the ma', ['b'])).toEqual(['b', 'a']);
  });

  it('keeps what was made of the words, fitting or not', () => {
    const made = { ...command('found.1', 'A village', 'found'), isTyped: true };
    expect(ids([...HOUSE, made], 'zzz')).toEqual(['found.1']);
  });

  it('never loses a command while nothing is typed, nor shows one twice', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), group: fc.constantFrom(...GROUPS) }), {
          selector: ({ id }) => id,
        }),
        fc.array(fc.string()),
        (some, recent) => {
          const commands = some.map(({ id, group }) => command(id, id, group));
          const shown = ids(commands, '', [...new Set([...recent, ...some.slice(0, 2).map(({ id }) => id)])]);
          expect(shown.toSorted()).toEqual(some.map(({ id }) => id).toSorted());
        },
      ),
    );
  });

  it('finds every label by itself, whatever its script', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zéèçàأإبتجةى]{3,20}$/), (label) => {
        expect(ids([command('a', label)], label)).toEqual(['a']);
        expect(fold(fold(label))).toBe(fold(label));
      }),
    );
  });
});

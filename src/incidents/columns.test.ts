import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, tileRange } from '../places/index.ts';
import { canonical } from '../platform/ledger/line.ts';
import { columnsOf, total, wordsOfAccount, wordsOfCore } from './columns.ts';
import type { Core } from './contract.ts';
import { anyInput } from './import/incident.test-help.ts';

const anyCore = anyInput.map(({ core }) => core);

describe('the columns of a version', () => {
  it('follow from what is digested, and from nothing else', () => {
    fc.assert(
      fc.property(anyCore, (core) => {
        expect(columnsOf(JSON.parse(canonical(core)) as Core)).toEqual(columnsOf(core));
      }),
    );
  });

  it('have a place on the map exactly where there is a point', () => {
    const [first, end] = tileRange(0, 0, 0);
    fc.assert(
      fc.property(anyCore, (core) => {
        const { lon, lat, tile_key } = columnsOf(core);
        expect([lon, lat]).toEqual(core.where.point ?? [null, null]);
        expect(tile_key === null).toBe(core.where.point === null);
        if (tile_key !== null) expect(tile_key >= first && tile_key < end).toBe(true);
      }),
    );
  });

  it('name the area by the boundary set’s code where there is one, else in the source’s words', () => {
    fc.assert(
      fc.property(anyCore, (core) => {
        const { where } = core;
        const coded = columnsOf({ ...core, where: { ...where, adm1Code: 'TM01', adm2Code: 'TM0101' } });
        expect([coded.adm1, coded.adm2]).toEqual(['TM01', 'TM0101']);
        const plain = columnsOf({ ...core, where: { ...where, adm1Code: null, adm2Code: null } });
        expect([plain.adm1, plain.adm2]).toEqual([where.adm1, where.adm2]);
      }),
    );
  });

  it('hold every actor once, by the folded name, perpetrators of hypotheses too', () => {
    fc.assert(
      fc.property(anyCore, (core) => {
        const { actors } = columnsOf(core);
        const named = [...core.parties.map((p) => p.name), ...core.hypotheses.map((h) => h.actor)];
        expect(new Set(actors).size).toBe(actors.length);
        expect(new Set(actors)).toEqual(new Set(named.map(foldName)));
      }),
    );
  });
});

describe('the dead', () => {
  const row = (group: 'all' | 'civilians', best: number) => ({
    ...{ harm: 'killed' as const, group, total: { low: null, best, high: null }, bySexAge: {} },
  });

  it('are those of all where they are counted, else the civilians; civilians are never taken from all', () => {
    fc.assert(
      fc.property(anyCore, fc.nat(), fc.nat(), (core, all, civilians) => {
        const both = columnsOf({ ...core, figures: [row('all', all), row('civilians', civilians)] });
        expect([both.killed_best, both.civilians_best]).toEqual([all, civilians]);
        const onlyCivilians = columnsOf({ ...core, figures: [row('civilians', civilians)] });
        expect([onlyCivilians.killed_best, onlyCivilians.civilians_best]).toEqual([civilians, civilians]);
        const onlyAll = columnsOf({ ...core, figures: [row('all', all)] });
        expect([onlyAll.killed_best, onlyAll.civilians_best]).toEqual([all, null]);
      }),
    );
  });

  it('are unknown, not none, where nobody counted', () => {
    fc.assert(
      fc.property(anyCore, (core) => {
        expect(total({ ...core, figures: [] }, 'killed', 'all')).toEqual({ low: null, best: null, high: null });
      }),
    );
  });
});

describe('the words that search reads', () => {
  it('are all that lists and maps show in words', () => {
    fc.assert(
      fc.property(anyCore, (core) => {
        const words = wordsOfCore(core).split('\n');
        const { title, where, parties, hypotheses, tags, damage } = core;
        const shown = [title, where.name, where.description, where.adm1, where.adm2, where.countryName];
        const named = [...parties.map((p) => p.name), ...hypotheses.map((h) => h.actor), ...tags];
        for (const text of [...shown, ...named, ...damage.map((d) => d.note)])
          if (text) expect(words.join('\n')).toContain(text);
      }),
    );
  });

  it('of the account are its narrative, notes, sources and evidence, never the columns kept verbatim', () => {
    fc.assert(
      fc.property(anyInput, ({ account }) => {
        if (!account) return;
        const words = wordsOfAccount({ ...account, extra: { kept: 'canary verbatim' } });
        expect(words).not.toContain('canary verbatim');
        const told = [account.narrative, account.notes, ...account.sources.map((s) => s.name)];
        for (const text of [...told, ...account.evidence.map((e) => e.text)]) if (text) expect(words).toContain(text);
      }),
    );
  });
});

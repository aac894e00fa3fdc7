import { expect, test } from 'vitest';
import { iso3FromName } from '../../places/index.ts';
import { tamrin } from './index.ts';
import { isTooReal } from './names.ts';

/** A few of the many: what a reader of these pages would stumble over. */
const REAL = new Set([
  'Dinka',
  'Nuer',
  'Tutsi',
  'Hema',
  'Lendu',
  'Fulani',
  'Hausa',
  'Seleka',
  'Ansaru',
  'Rohingya',
  'Kachin',
]);

test('over many seeds no invented place or person bears the name of a real country, people or armed group', () => {
  expect(isTooReal({ en: 'Dinka', fr: 'Dinka', ar: 'دينكا' })).toBe(true);
  for (const seed of [1, 8, 21]) {
    const country = tamrin({ seed, incidents: 100 });
    const names = country.places.map((p) => p.names.en.replace(/^(New|Upper|Lower|Port) | Market$/g, ''));
    for (const { name, columns, rows } of country.truth())
      if (name === 'commanders' || name === 'focal_points') {
        const column = Object.keys(columns).indexOf('name');
        for (const row of rows()) names.push(...String(row[column]).split(' '));
      }
    expect(names.length).toBeGreaterThan(300);
    expect(names.filter((name) => iso3FromName(name) !== null || REAL.has(name))).toEqual([]);
  }
}, 120_000);

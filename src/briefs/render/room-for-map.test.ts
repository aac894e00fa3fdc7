import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../vocabulary/codes.ts';
import type { Block } from '../contract.ts';
import { MAP_HEIGHT } from './map.ts';
import { roomForMap } from './room-for-map.ts';

const heading = { type: 'heading', id: 'h', text: 'The situation' } as const;
const map = { type: 'map', id: 'map' } as unknown as Block;
const figures: Block = { type: 'figures', id: 'f', title: 'Own, confirmed', items: [] };
const lead = (letters: number): Block => ({
  ...{ type: 'paragraph', id: 'p', style: 'lead', editable: true, edited: false },
  parts: ['x'.repeat(letters)],
});
const table = (rows: number): Block => ({
  ...{ type: 'table', id: 't', columns: [{ label: '', number: false }] },
  rows: Array.from({ length: rows }, () => ({ style: 'row' as const, cells: ['1'] })),
});
const leads = fc.array(fc.integer({ min: 0, max: 900 }).map(lead), { maxLength: 8 });
const language = fc.constantFrom(...LANGUAGES);

describe('the room for a map', () => {
  it('is never taller than a map is, never so low that nobody can read it, and no taller where more is said', () => {
    fc.assert(
      fc.property(leads, fc.integer({ min: 0, max: 4 }), language, (words, streams, l) => {
        const opening = [heading, ...Array.from({ length: streams }, () => figures), ...words];
        const height = roomForMap({ blocks: [...opening, heading, map], language: l });
        expect(height).toBeLessThanOrEqual(MAP_HEIGHT);
        expect(height).toBeGreaterThanOrEqual(150);
        const more = roomForMap({ blocks: [...opening, lead(300), heading, map], language: l });
        // Where it goes to the next sheet, it is whole again.
        expect(more <= height || more === MAP_HEIGHT).toBe(true);
      }),
    );
  });

  it('leaves a short table its place on the same sheet, and is whole where a table stands above it', () => {
    const opening = [heading, figures, lead(260), heading, map];
    const alone = roomForMap({ blocks: opening, language: 'en' });
    expect(alone).toBe(MAP_HEIGHT);
    expect(roomForMap({ blocks: [...opening, heading, table(5)], language: 'en' })).toBeLessThan(alone);
    expect(roomForMap({ blocks: [...opening, heading, table(40)], language: 'en' })).toBe(alone);
    expect(roomForMap({ blocks: [heading, table(4), ...Array(9).fill(lead(600)), map], language: 'en' })).toBe(
      MAP_HEIGHT,
    );
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { drawBasemap } from '../drawings.ts';
import { importGround } from './import-ground.ts';

const rivers = (...lines: [number, number][][]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: lines.map((coordinates) => ({
      type: 'Feature',
      properties: { class: 'river', name: 'Orlumi' },
      geometry: { type: 'LineString', coordinates },
    })),
  });
const about = { name: 'Rivers', source: 'invented for a test', licence: null };
const one: [number, number][] = [
  [-26, -16],
  [-26.5, -16.5],
];

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());

const basemap = async () => {
  const reader = await house.member(['leader']);
  return house.db.read(reader, async (tx) => {
    const { key, draw } = await drawBasemap(tx);
    return { key, drawn: (await draw()) as { ground: { features: { properties: object }[] } } };
  });
};

it('lies under the map of every member, is replaced under its name, and the same again changes nothing', async () => {
  const manager = await house.member(['administrator']);
  const before = await basemap();
  expect(before.drawn.ground.features).toEqual([]);
  expect(await importGround(house.db, manager, { ...about, text: rivers(one, one) })).toMatchObject({
    lines: 2,
    unchanged: false,
  });
  const first = await basemap();
  expect(first.key).not.toBe(before.key);
  expect(first.drawn.ground.features.map((f) => f.properties)).toEqual([
    { kind: 'river', name: 'Orlumi', names: {} },
    { kind: 'river', name: 'Orlumi', names: {} },
  ]);
  expect(await importGround(house.db, manager, { ...about, text: rivers(one, one) })).toMatchObject({
    unchanged: true,
  });
  expect((await basemap()).key).toBe(first.key);
  expect(await importGround(house.db, manager, { ...about, text: rivers(one) })).toMatchObject({
    lines: 1,
    unchanged: false,
  });
  expect((await basemap()).drawn.ground.features).toHaveLength(1);
});

it('is refused to who may not manage places, and a file that is none is refused with a sentence', async () => {
  const reader = await house.member(['leader']);
  await expect(importGround(house.db, reader, { ...about, text: rivers(one) })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const manager = await house.member(['administrator']);
  await expect(importGround(house.db, manager, { ...about, text: '{' })).rejects.toMatchObject({
    code: 'unreadable_file',
  });
});

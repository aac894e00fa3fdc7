import { describe, expect, it } from 'vitest';
import { GroundFileError, readGround } from './ground.ts';

const file = (...features: [properties: object, geometry: unknown][]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(([properties, geometry]) => ({ type: 'Feature', properties, geometry })),
  });
const line = (...coordinates: unknown[]) => ({ type: 'LineString', coordinates });

describe('readGround', () => {
  it('takes rivers and roads by the words of the common files, with names by language', () => {
    const { lines, refused } = readGround(
      file(
        [
          { class: 'river', name: 'Orlumi', name_fr: 'Orloumi', 'name:ar': 'أورلومي' },
          line([-26, -16], [-26.1, -16.2, 40]),
        ],
        [
          { highway: 'primary' },
          {
            type: 'MultiLineString',
            coordinates: [line([0, 0], [1, 1]).coordinates, line([2, 2], [3, 3]).coordinates],
          },
        ],
        [{ fclass: 'track' }, line([0, 0], [1, 0])],
      ),
    );
    expect(refused).toEqual([]);
    expect(lines.map((l) => l.kind)).toEqual(['river', 'road', 'road', 'track']);
    expect(lines[0]).toEqual({
      kind: 'river',
      name: 'Orlumi',
      names: { fr: 'Orloumi', ar: 'أورلومي' },
      line: [
        [-26, -16],
        [-26.1, -16.2],
      ],
    });
  });

  it('says which features it leaves out, and keeps the rest', () => {
    const { lines, refused } = readGround(
      file(
        [{ class: 'river' }, line([0, 0], [1, 1])],
        [{ class: 'fence' }, line([0, 0], [1, 1])],
        [{ class: 'river' }, { type: 'Point', coordinates: [0, 0] }],
        [{ class: 'river' }, line([0, 0], [500_000, 4_000_000])],
        [{ class: 'river' }, line([0, 0])],
      ),
    );
    expect(lines).toHaveLength(1);
    expect(refused).toEqual([
      'Feature 2 does not say whether it is a river or a road.',
      'Feature 3 is not a line in longitude and latitude.',
      'Feature 4 is not a line in longitude and latitude.',
      'Feature 5 is not a line in longitude and latitude.',
    ]);
  });

  it('takes the kind that a person gives for all of the file', () => {
    expect(readGround(file([{}, line([0, 0], [1, 1])]), 'stream').lines[0]?.kind).toBe('stream');
  });

  it.each([
    ['{', 'not JSON'],
    ['[]', 'not a GeoJSON feature collection'],
    [file([{}, line([0, 0], [1, 1])]), 'No line is left of the file. Feature 1 does not say'],
    [file([{ class: 'river' }, { type: 'LineString', coordinates: Array(200_001).fill([0, 0]) }]), 'more than 200000'],
  ])('refuses a file that is none, with the reason (%#)', (text, reason) => {
    expect(() => readGround(text)).toThrow(GroundFileError);
    expect(() => readGround(text)).toThrow(reason);
  });
});

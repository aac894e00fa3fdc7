import fc from 'fast-check';
import type { Position } from 'geojson';
import pointInPolygon from 'point-in-polygon-hao';
import { expect, it } from 'vitest';
import { pointInside } from './parents.ts';

it('finds a point inside any star, also one with a hole in its middle', () => {
  const radii = fc.array(fc.double({ min: 5, max: 20, noNaN: true }), { minLength: 4, maxLength: 40 });
  fc.assert(
    fc.property(radii, (lengths) => {
      const corner = (r: number, i: number): Position => {
        const angle = (i / lengths.length) * 2 * Math.PI;
        return [r * Math.cos(angle), r * Math.sin(angle)];
      };
      const ring = lengths.map(corner);
      const hole = lengths.map((_, i) => corner(2, i));
      const rings = [ring, hole].map((r) => [...r, r[0] ?? [0, 0]]);
      expect(pointInPolygon(pointInside({ type: 'Polygon', coordinates: rings }), rings)).toBe(true);
    }),
  );
});

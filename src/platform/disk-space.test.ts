import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diskSpace, judgeSpace, spaceWarning } from './disk-space.ts';

const GIB = 1024 ** 3;

it('a large disk is low at ten gibibytes, a small one at one, and less free is never better', () => {
  expect(judgeSpace(11 * GIB, 1000 * GIB).state).toBe('enough');
  expect(judgeSpace(9 * GIB, 1000 * GIB).state).toBe('low');
  expect(judgeSpace(1.5 * GIB, 8 * GIB).state).toBe('enough');
  expect(judgeSpace(0.9 * GIB, 8 * GIB).state).toBe('low');
  expect(judgeSpace(0.2 * GIB, 8 * GIB).state).toBe('full');
  const order = ['full', 'low', 'enough'];
  const bytes = fc.double({ min: 0, max: 2000 * GIB, noNaN: true });
  fc.assert(
    fc.property(bytes, bytes, bytes, (a, b, size) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      return order.indexOf(judgeSpace(less, size).state) <= order.indexOf(judgeSpace(more, size).state);
    }),
  );
});

it('the disk of a folder is asked, and a warning names folder and room', async () => {
  expect((await diskSpace(tmpdir())).free).toBeGreaterThan(0);
  expect(spaceWarning('/data', judgeSpace(0.5 * GIB, 100 * GIB))).toMatch(/\/data .*0\.5 GiB/);
  expect(spaceWarning('/data', judgeSpace(50 * GIB, 100 * GIB))).toBeNull();
});

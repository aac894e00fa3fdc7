import { expect, it } from 'vitest';
import { FIGURE_PATHS } from '../../../../src/incidents/import/contract.ts';
import { aboutPath } from './about-path.ts';

it('explains whatever a column may fill', () => {
  for (const path of FIGURE_PATHS) expect(['low', 'best', 'high', 'sexAge'], path).toContain(aboutPath(path));
  expect(aboutPath('killed.civilians.best')).toBe('best');
  expect(aboutPath('killed.civilians.girls')).toBe('sexAge');
  expect(aboutPath('narrative')).toBe('narrative');
  expect(aboutPath(null)).toBe('columnMeaning');
});

import { describe, expect, it } from 'vitest';
import { withSection } from '../../scripts/results.ts';

describe('bench/RESULTS.md', () => {
  it('gets a section for each title, and replaces it whole', () => {
    const one = withSection('', 'G7: tampering', 'first\n');
    const two = withSection(one, 'list', 'p95');
    const three = withSection(withSection(one, 'list', 'p95'), 'G7: tampering', 'second');
    expect(one).toMatch(/# Results\n[^#]+\n## G7: tampering\n\nfirst\n$/);
    expect(two.startsWith(one)).toBe(true);
    expect(three).toMatch(/## G7: tampering\n\nsecond\n\n## list\n\np95\n$/);
    expect(three).not.toContain('first');
  });

  it('is the same when written twice', () => {
    const once = withSection(withSection('', 'a', 'x'), 'b', 'y');
    expect(withSection(once, 'a', 'x')).toBe(once);
    expect(withSection(once, 'b', 'y')).toBe(once);
  });
});

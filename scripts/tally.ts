/** The last line of a test run. */

/** What of vitest's test module the tally reads. */
export interface Module {
  state(): string;
  children: { allTests(): Iterable<{ result(): { state: string } }> };
}

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Counts tests. A file that could not be run, and an error outside any test, are failures too: nothing that went wrong
 * may leave the count at "0 failed".
 */
export function tally(modules: Iterable<Module>, unhandled: number): Tally {
  const total: Tally = { passed: 0, failed: unhandled, skipped: 0 };
  for (const module of modules) {
    const states = [...module.children.allTests()].map((test) => test.result().state);
    const failed = states.filter((state) => state === 'failed').length;
    total.passed += states.filter((state) => state === 'passed').length;
    total.skipped += states.filter((state) => state === 'skipped').length;
    // A test that is still pending at the end was never finished.
    total.failed += failed + states.filter((state) => state === 'pending').length;
    if (module.state() === 'failed' && failed === 0) total.failed += 1;
  }
  return total;
}

export const inWords = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

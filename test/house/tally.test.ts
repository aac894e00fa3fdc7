import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/chromium.ts';
import { inWords, type Module, tally } from '../../scripts/tally.ts';
import { inTree } from './planted.ts';

const moduleOf = (state: string, ...tests: string[]): Module => ({
  state: () => state,
  children: { allTests: () => tests.map((s) => ({ result: () => ({ state: s }) })) },
});

describe('the last line of npm test', () => {
  it('counts', () => {
    const modules = [moduleOf('passed', 'passed', 'passed', 'skipped'), moduleOf('failed', 'failed', 'passed')];
    expect(inWords(tally(modules, 0))).toBe('3 passed, 1 failed, 1 skipped');
    expect(inWords(tally([moduleOf('passed', 'passed')], 0))).toBe('1 passed, 0 failed');
  });

  it('never says 0 failed when something went wrong', () => {
    const states = fc.constantFrom('passed', 'failed', 'skipped', 'pending');
    const modules = fc.array(fc.tuple(fc.constantFrom('passed', 'failed', 'skipped'), fc.array(states)));
    fc.assert(
      fc.property(modules, fc.nat(3), (given, unhandled) => {
        const wrong =
          unhandled > 0 ||
          given.some(([state, tests]) => state === 'failed' || tests.some((t) => t === 'failed' || t === 'pending'));
        const { failed } = tally(
          given.map(([state, tests]) => moduleOf(state, ...tests)),
          unhandled,
        );
        expect(failed > 0).toBe(wrong);
      }),
    );
  });
});

describe('Chromium', () => {
  it('is the one that CHROMIUM_PATH names, or none', async () => {
    await inTree({ 'my-chromium': '' }, async (root) => {
      expect(findChromium({ CHROMIUM_PATH: `${root}/my-chromium` })).toBe(`${root}/my-chromium`);
      expect(findChromium({ CHROMIUM_PATH: `${root}/gone`, PATH: process.env.PATH })).toBeNull();
    });
  });

  it('is else looked for where programs are', async () => {
    await inTree({ 'bin/chromium': '' }, async (root) => {
      expect(findChromium({ PATH: `/nowhere:${root}/bin` })).toBe(`${root}/bin/chromium`);
    });
  });
});

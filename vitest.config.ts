import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/postgres-setup.ts'],
    pool: 'forks',
    // Each worker may hold a database and a browser; two fit on a laptop and on a small CI machine.
    fileParallelism: true,
    maxWorkers: 2,
    // Under CI whatever fails is tried once more, browser or not: to be taken back (docs/status.md) when nothing wavers.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Patience, not a measure: what a browser shows comes when the machine has time for it.
    expect: { poll: { timeout: 30_000 } },
  },
});

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
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Patience, not a measure: what a browser shows comes when the machine has time for it.
    expect: { poll: { timeout: 30_000 } },
  },
});

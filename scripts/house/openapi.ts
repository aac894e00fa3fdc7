/** The OpenAPI document, asked of the running house: `docs/openapi.json`. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pino } from 'pino';
import { openHouse } from '../../src/main.ts';
import type { Installation } from '../../src/platform/installation.ts';
import { runNode } from './tool.ts';

const require = createRequire(import.meta.url);
const REDOCLY = path.join(path.dirname(require.resolve('@redocly/cli/package.json')), 'bin/cli.js');

/** @returns the document as text, the same for the same routes */
export async function openApiDocument(installation: Installation): Promise<string> {
  const house = await openHouse(installation, pino({ level: 'silent' }));
  try {
    await house.app.ready();
    return `${JSON.stringify(house.app.swagger(), null, 2)}\n`;
  } finally {
    await house.close();
  }
}

/** @returns what redocly finds wrong; empty when the document is clean */
export async function lintOpenApi(file: string, root: string): Promise<string> {
  const { status, text } = await runNode(
    [
      REDOCLY,
      'lint',
      file,
      '--config',
      path.join(root, 'docs/redocly.yaml'),
      '--format',
      'stylish',
      '--max-problems',
      '50',
    ],
    root,
  );
  return status === 0 && !/\bwarnings?\b/.test(text) ? '' : text;
}

/** The HTTP door of the importers: whatever bytes somebody uploads, the answer is a preview or a sentence, never a 5xx. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ImportPreview } from '../../src/incidents/import/contract.ts';
import { at, ended, type Flow, openFlow, start, upload } from '../flows/flow.ts';
import type { Ask } from '../support/served.ts';
import { injuredFile, madeRows, PARSERS } from './files-corpus.ts';
import { chance, injure } from './files-random.ts';

const EACH = 25;
/** One of so many that were read is run as well. */
const RUN_EVERY = 8;

let flow: Flow;
let ask: Ask;

beforeAll(async () => {
  flow = await openFlow();
  ask = await flow.as(await flow.house.member(['analyst'], { level: 'confidential' }));
});
afterAll(() => flow.close());

it.each(PARSERS)(
  'injured %s files',
  async (parser) => {
    const random = chance(PARSERS.indexOf(parser) + 1);
    let read = 0;
    for (let n = 0; n < EACH; n++) {
      const answer = await upload(ask, `injured.${parser}`, await injuredFile(parser, madeRows(random), random));
      expect([201, 400], answer.body).toContain(answer.statusCode);
      if (answer.statusCode === 400) expect(answer.json().error.message).toMatch(/\S{2,}.*\.$/s);
      else if (read++ % RUN_EVERY === 0) await runs((answer.json() as ImportPreview).id);
    }
  },
  120_000,
);

it('broken multipart bodies', async () => {
  const random = chance(99);
  const whole = Buffer.from(
    '--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nid,date\r\n1,2020-01-01\r\n--b--\r\n',
  );
  for (let n = 0; n < 100; n++) {
    const answer = await ask({
      ...{ method: 'POST', url: at('imports'), body: injure(whole, ['--b', '\r\n', '"', ';'], random) },
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });
    expect(answer.statusCode, answer.body).toBeLessThan(500);
  }
}, 60_000);

/** A run ends with a result, or with a sentence about the file; never with one about us. */
async function runs(id: string): Promise<void> {
  const run = await ended(ask, await start(ask, id, { dataset: 'fuzz' }));
  expect(['done', 'failed']).toContain(run.state);
  expect(run.note ?? '').not.toMatch(/went wrong on our side/);
}

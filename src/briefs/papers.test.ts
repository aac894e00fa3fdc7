import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../test/support/house.ts';
import { incidentInput } from '../../test/support/incidents.ts';
import { recordIncident, situation, writeMany } from '../incidents/index.ts';
import { resolveAsOf } from '../platform/ledger/store.ts';
import type { Principal } from '../platform/principal.ts';
import { LANGUAGES } from '../vocabulary/codes.ts';
import { composePaper } from './compose.ts';
import { Paper } from './contract.ts';
import { type Known, numbersIn, record, recount, spoken } from './papers.test-help.ts';
import { renderPaper } from './render/render.ts';
import { textOf } from './rules/say.ts';

let house: TestHouse;
let analyst: Principal;
const ids: string[] = [];

beforeAll(async () => {
  house = await testHouse(new Date('2031-02-20T08:00:00Z'));
  analyst = await house.member(['analyst'], { level: 'confidential' });
  const inputs = fc.sample(record, { numRuns: 120, seed: 53 });
  for (const [i, input] of inputs.entries()) {
    ids.push(input.id);
    house.clock.set(new Date(Date.parse('2031-02-20T08:00:00Z') + i * 6_000_000));
    await house.db.write(analyst, (tx) => writeMany(tx, [{ verb: 'incident.record', input }]));
    // Every fifth is told anew: other figures, another status.
    const other = inputs[(i * 7) % inputs.length];
    if (i % 5 === 0 && other)
      await house.db.write(analyst, (tx) =>
        writeMany(tx, [
          {
            verb: 'incident.edit',
            input: {
              ...input,
              core: { ...input.core, figures: other.core.figures, operational: other.core.operational },
            },
          },
        ]),
      );
  }
});
afterAll(() => house.close());

const knownAt = (who: Principal, seq: number): Promise<Known[]> =>
  house.db.read(who, async (tx) => {
    const ask = situation(tx, seq);
    const known: Known[] = [];
    for (const id of ids) {
      const [incident, recordedAt] = [await ask.incident(id), await ask.recordedAt(id)];
      if (incident && recordedAt) known.push({ incident, recordedAt });
    }
    return known;
  });

describe('the words of a paper', () => {
  // What changes here changes what leaders read: look at it in review, in all three languages.
  it.each(LANGUAGES)('are the ones that were looked at: %s', async (language) => {
    const { title, subtitle, blocks } = await composePaper(house.db, analyst, {
      kind: 'weekly',
      at: '2031-W09',
      language,
    });
    const golden = `${JSON.stringify({ title, subtitle, blocks: spoken(blocks) }, null, 2)}\n`;
    await expect(golden).toMatchFileSnapshot(`./golden/weekly.${language}.json`);
  });
});

describe('every number in a paper', () => {
  it.each([
    ['weekly', '2031-W09', undefined],
    ['weekly', '2031-W09', '2031-02-24T00:00:00Z'],
    ['daily', '2031-03-01', undefined],
    ['daily', '2031-02-26', '2031-02-26T07:30:00Z'],
  ] as const)('of a %s of %s as of %s is the sum of the records that it opens', async (kind, at, asOf) => {
    const paper = await composePaper(house.db, analyst, { kind, at, language: 'en', ...(asOf ? { asOf } : {}) });
    const known = await knownAt(analyst, paper.asOf.seq);
    const numbers = numbersIn(paper);
    expect(numbers.length).toBeGreaterThan(30);
    for (const number of numbers) {
      expect(number.filter.asOf).toBe(String(paper.asOf.seq));
      expect([number.text, number.measure, number.filter, number.value]).toEqual([
        number.text,
        number.measure,
        number.filter,
        recount(known, number),
      ]);
    }
  });

  it('of a flash too', async () => {
    const known = await knownAt(analyst, Number.MAX_SAFE_INTEGER);
    for (const { incident } of known.filter((k) => k.incident.core.kind === 'incident').slice(0, 12)) {
      const paper = await composePaper(house.db, analyst, { kind: 'flash', at: incident.id, language: 'fr' });
      for (const number of numbersIn(paper)) expect([number, number.value]).toEqual([number, recount(known, number)]);
    }
  });

  it('says the same in three languages, and is a paper by the contract', async () => {
    const papers = [];
    for (const language of LANGUAGES)
      papers.push(await composePaper(house.db, analyst, { kind: 'weekly', at: '2031-W09', language }));
    for (const paper of papers) expect(Paper.parse(paper)).toEqual(paper);
    // A word for "two" may stand for the figure, but never another number.
    const values = papers.map((p) => numbersIn(p).map(({ value, measure, filter }) => ({ value, measure, filter })));
    expect(values[1]).toEqual(values[0]);
  });
});

describe('a paper', () => {
  it('asked again as of its line is the same, whatever happened since', async () => {
    const query = { kind: 'weekly', at: '2031-W09', language: 'en' } as const;
    const before = await composePaper(house.db, analyst, query);
    await recordIncident(house.db, analyst, incidentInput({ day: '2031-02-27', killed: 9 }));
    const again = await composePaper(house.db, analyst, { ...query, asOf: String(before.asOf.seq) });
    expect(again).toEqual(before);
    const now = await composePaper(house.db, analyst, query);
    expect(now.blocks).not.toEqual(before.blocks);
    expect(now.ledger.root).not.toBe(before.ledger.root);
  });

  it('of a week without any record does not call it calm', async () => {
    const paper = await composePaper(house.db, analyst, { kind: 'weekly', at: '2029-W20', language: 'en' });
    const text = paper.blocks.flatMap((b) => (b.type === 'paragraph' ? [textOf(b.parts)] : [])).join(' ');
    expect(text).toContain('Empty is not calm');
    expect(text).not.toMatch(/\b0 incidents\b/);
    expect(paper.blocks.filter((b) => b.type === 'heading').map((b) => b.id)).not.toContain('heading.better');
  });

  it('is at the level of what it used, and at a lower one where that is asked', async () => {
    const secret = incidentInput({
      day: '2031-02-28',
      killed: 77,
      levels: { core: 'confidential', account: 'confidential', protected: 'strictly_confidential' },
    });
    await recordIncident(house.db, analyst, secret);
    const query = { kind: 'weekly', at: '2031-W09', language: 'en' } as const;
    const high = await composePaper(house.db, analyst, query);
    const low = await composePaper(house.db, analyst, { ...query, maxLevel: 'internal' });
    expect([high.level, low.level]).toEqual(['confidential', 'internal']);
    expect(JSON.stringify(high)).toContain(secret.id);
    expect(JSON.stringify(low)).not.toContain(secret.id);
    expect(numbersIn(low)).not.toContainEqual(expect.objectContaining({ value: 77 }));
  });

  it('never tells of reports against our own people, nor where a survivor is', async () => {
    const conduct = await house.member(['conduct_discipline_officer', 'analyst'], {
      level: 'strictly_confidential',
      compartments: ['conduct_discipline'],
    });
    const accusation = incidentInput({
      day: '2031-02-27',
      perpetrator: 'own_partner_force',
      killed: 5,
      place: 'Zq Camp',
    });
    const survivor = incidentInput({ day: '2031-02-27', type: 'sexual_violence', place: 'Zq Hamlet' });
    await recordIncident(house.db, conduct, accusation);
    await recordIncident(house.db, analyst, survivor);
    const papers = [
      await composePaper(house.db, conduct, { kind: 'weekly', at: '2031-W09', language: 'en' }),
      await composePaper(house.db, conduct, { kind: 'daily', at: '2031-02-28', language: 'en' }),
      await composePaper(house.db, analyst, { kind: 'flash', at: survivor.id, language: 'en' }),
    ];
    expect(JSON.stringify(papers)).not.toMatch(/Zq Camp|Zq Hamlet/);
    await expect(
      composePaper(house.db, conduct, { kind: 'flash', at: accusation.id, language: 'en' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each([
    ['weekly', '2031-W54'],
    ['weekly', '2031-02-27'],
    ['daily', '2031-W09'],
    ['daily', '2031-02-30'],
    ['flash', '2031-02-27'],
  ] as const)('%s of %s is refused in words', async (kind, at) => {
    await expect(composePaper(house.db, analyst, { kind, at, language: 'en' })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });

  it('is for those who may compose', async () => {
    const liaison = await house.member(['liaison_assistant']);
    await expect(
      composePaper(house.db, liaison, { kind: 'weekly', at: '2031-W09', language: 'en' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is drawn as PDF and as Word, in both directions', async () => {
    for (const language of ['en', 'ar'] as const) {
      const paper = await composePaper(house.db, analyst, { kind: 'daily', at: '2031-03-01', language });
      expect((await renderPaper(paper, 'pdf')).subarray(0, 5).toString()).toBe('%PDF-');
      const word = await renderPaper(paper, 'docx');
      expect(word.subarray(0, 2).toString()).toBe('PK');
    }
  }, 120_000);

  it('rests on a ledger line that its root proves', async () => {
    const paper = await composePaper(house.db, analyst, { kind: 'weekly', at: '2031-W09', language: 'en' });
    const { seq } = await house.db.read(analyst, (tx) => resolveAsOf(tx));
    expect(paper.ledger.size).toBe(seq);
    expect(Buffer.from(paper.ledger.root, 'base64')).toHaveLength(32);
  });
});

/** What was learnt, and what of a paragraph it hears. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MANDATE_TASKS } from '../../vocabulary/codes.ts';
import { clausesOf } from './clauses.ts';
import { evidenceIn, maskedOf, type Standing } from './coder.ts';
import { type Evidence, tellingWords } from './evidence.ts';
import { judge, learntTasks, strongest } from './learnt.ts';
import { plainOf } from './plain.ts';
import { readMandate } from './read.ts';

const standing = (text: string, above: string[] = []): Standing => {
  const plain = plainOf(text, [[0, text.length]]);
  return { plain, masked: maskedOf(plain), clauses: clausesOf(plain.lower, null, /unmex/g, false), below: null, above };
};
const REPORTS = '1. Requests UNMEX to collect reliable information on violations of international humanitarian law;';
const names = (text: string) => evidenceIn(standing(text)).map(({ name }) => name);

describe('evidence', () => {
  test('words and pairs, by whether they are asked for, stressed, noted or to be reported', () => {
    expect(names('Urges the parties to resume talks;')).toEqual(
      expect.arrayContaining(['strength=urges', 'to=parties', 'A:talks', 'A:resume talks']),
    );
    expect(names('Welcomes the talks;')).toContain('N:talks');
    expect(names('Stresses that talks must resume;')).toContain('S:talks');
    expect(names('Requests the Secretary-General to report on the talks;')).toContain('R:talks');
    expect(names('Urges the parties to protect civilians;')).toContain('rule=CivilianProtection');
  });

  test('each once, and its place holds its words', () => {
    const text = 'Urges the parties to resume talks, and urges the parties to resume talks in Nairobi;';
    const all = evidenceIn(standing(text));
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    for (const { name, words } of all)
      if (words) {
        const said = text.toLowerCase().slice(words.from, words.to);
        expect(tellingWords(said).join(' ')).toBe(name.slice(2));
      }
  });

  test('what stands above is heard as from above; a formula says nothing', () => {
    const above = evidenceIn(standing('To support it;', ['peace']));
    expect(above.map(({ name }) => name)).toContain('P:peace');
    expect(names('Urges the parties to act in accordance with international humanitarian law;')).not.toContain(
      'A:humanitarian law',
    );
  });
});

describe('what was learnt', () => {
  test('is about tasks of the vocabulary, and about most of them', () => {
    const tasks = learntTasks();
    for (const task of tasks) expect(MANDATE_TASKS).toContain(task);
    expect(tasks.size).toBeGreaterThan(MANDATE_TASKS.length / 2);
  });

  test('a task that no rule has words for, on the words that speak for it', () => {
    const [paragraph] = readMandate(`The Security Council,\n\n${REPORTS}`).paragraphs.filter(
      ({ kind }) => kind === 'OP',
    );
    const rights = paragraph?.codes.find(({ code }) => code === 'HumanRights');
    expect(rights).toMatchObject({ modality: 'monitor', strength: 'requests', addressees: ['mission'] });
    const [from, to] = rights?.span ?? [0, 0];
    expect(`The Security Council,\n\n${REPORTS}`.slice(from, to)).toMatch(/violations|humanitarian|information/);
  });

  test('no words, no task; what is unknown counts nothing', () => {
    expect(judge([]).filter(({ given }) => given)).toEqual([]);
    const evidence = evidenceIn(standing(REPORTS));
    const unknown: Evidence = { name: 'A:xyzzy', words: { from: 0, to: 5, clause: 0 } };
    expect(judge([...evidence, unknown])).toEqual(judge(evidence));
    expect(strongest([unknown], 'HumanRights')).toBeNull();
  });

  test('a probability is one, whatever is brought, and the same in any order but for the last digits', () => {
    const all = evidenceIn(standing(REPORTS));
    fc.assert(
      fc.property(fc.subarray(all), fc.infiniteStream(fc.nat()), (some, at) => {
        const shuffled = some.map((one) => ({ one, key: at.next().value as number })).sort((a, b) => a.key - b.key);
        const [straight, mixed] = [judge(some), judge(shuffled.map(({ one }) => one))];
        straight.forEach(({ code, probability }, i) => {
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1);
          expect(mixed[i]?.code).toBe(code);
          expect(mixed[i]?.probability).toBeCloseTo(probability, 9);
        });
      }),
    );
  });
});

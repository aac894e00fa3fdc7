/** What `kinga mandate ask` says at a screen: words, limits, silence; never a bare yes or no. */
import { expect, test } from 'vitest';
import type { Answered } from '../mandates/index.ts';
import { answerInWords } from './commands/mandate-ask.ts';

const item: Answered['for'][number] = {
  ...{ mandate: '', provision: '', symbol: 'S/RES/9401 (2026)', number: '6 (a) (i)', why: 'task', confirmedBy: null },
  ...{ words: 'protect civilians', text: 'To protect civilians under threat of physical violence;' },
};
const given: Answered = {
  ...{ question: { task: 'CivilianProtection' }, day: '2027-01-15', asOf: { seq: 7, at: '2031-06-09T06:00:00Z' } },
  ...{ rules: '3', until: '2030-11-30', expired: false, silence: false, unconfirmed: 1 },
  inForce: [{ mandate: '', symbol: 'S/RES/9401 (2026)', date: '2026-05-28', act: 'establishes' }],
  for: [item],
  limits: [
    {
      ...item,
      ...{ why: 'within_capabilities', words: 'within its capabilities' },
      confirmedBy: { name: 'A. Head', at: '2026-06-01T10:00:00Z' },
    },
  ],
};

test('provisions with their whole words, what limits them and why, and who vouches', () => {
  const said = answerInWords(given).join('\n');
  expect(said).toContain('Protection of civilians, on 2027-01-15 (S/RES/9401 (2026), until 2030-11-30)');
  expect(said).toContain(
    'FOR    S/RES/9401 (2026), paragraph 6 (a) (i) (confirmed by nobody)\n       To protect civilians',
  );
  expect(said).toMatch(/LIMIT .*\(confirmed by A\. Head, 2026-06-01\): .*capabilit.*\n {7}“within its capabilities”/);
  expect(said).toContain(
    'As read by rules 3, known at 2031-06-09T06:00:00Z (line 7); 1 of 1 provisions for it confirmed by nobody.',
  );
});

test('silence is said, and differs from no mandate', () => {
  const none = { ...given, for: [], limits: [], silence: true, unconfirmed: 0 };
  expect(answerInWords(none).join('\n')).toContain('Silence: nothing in force speaks of it.');
  const nothing = answerInWords({ ...none, inForce: [], until: null }).join('\n');
  expect(nothing).toContain('No mandate is in force on that day');
  expect(nothing).not.toContain('Silence');
});

/** The invented mandate and its renewal, held against what their writer put into them. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../contract.ts';
import { readMandate } from '../reading/read.ts';
import { aLaCarte } from './a-la-carte.ts';
import { align } from './align.ts';
import { questionsIn } from './ask.ts';
import { answerFrom, type Provision, type Question } from './authority.ts';
import { chainOf, inForceOn, isWhole } from './chain.ts';
import { compareTexts, withoutSilence } from './compare.ts';
import { profileOf, toneOf } from './profile.ts';
import { themeThrough } from './theme.ts';
import { bandsOf, latestOfEach, numbersOf } from './years.ts';

const source = (file: string) => readFileSync(new URL(`../../demo/tamrin/mandates/${file}`, import.meta.url), 'utf8');
const [FIRST, RENEWAL] = [source('S_RES_9401_2026.txt'), source('S_RES_9467_2030.txt')];
const [first, renewal] = [readMandate(FIRST), readMandate(RENEWAL)];

describe('paragraphs of two texts', () => {
  test('a text and itself: every paragraph is its own like, in its place', () => {
    for (const pair of align(first.paragraphs, first.paragraphs)) {
      expect(pair.after?.number).toBe(pair.before?.number);
      expect(pair).toMatchObject({ moved: false, part: null });
      expect(pair.likeness).toBeCloseTo(1);
    }
  });

  test('every paragraph stands in the result once, whatever the order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(first.paragraphs), fc.shuffledSubarray(renewal.paragraphs), (before, after) => {
        const pairs = align(before, after);
        expect(
          pairs
            .flatMap((pair) => pair.before ?? [])
            .map(({ number }) => number)
            .sort(),
        ).toEqual(before.map(({ number }) => number).sort());
        expect(pairs.flatMap((pair) => pair.after ?? [])).toEqual(after);
      }),
      { numRuns: 25 },
    );
  });

  test('one that moved is its own like still, and said to have moved', () => {
    const operative = first.paragraphs.filter(({ kind, parent }) => kind === 'OP' && parent === null);
    const [one, ...rest] = operative;
    const pairs = align(operative, one ? [...rest, one] : []);
    expect(pairs.filter(({ moved }) => moved).map(({ after }) => after?.number)).toEqual(['1']);
    expect(pairs.every(({ before, after }) => before?.number === after?.number)).toBe(true);
  });

  test('one that was split is said to be part of where it stood', () => {
    const text = (words: string) => readMandate(`The Security Council,\n\n${words}`).paragraphs;
    const before = text(
      '1. Requests the mission to protect civilians in their villages along the river, and to monitor and report publicly on violations of human rights in the northern districts;\n\n2. Decides to remain seized;',
    );
    const after = text(
      '1. Requests the mission to protect civilians in their villages along the river;\n\n2. Requests the mission to monitor and report publicly on violations of human rights in the northern districts;\n\n3. Decides to remain seized;',
    );
    const pairs = align(before, after);
    const parts = pairs
      .filter(({ part }) => part)
      .map(({ after: one, part }) => [one?.number, part?.how, part?.of.number]);
    expect(pairs.filter(({ before: one }) => one?.number === '1')).toHaveLength(1);
    expect(parts).toEqual([[expect.stringMatching(/^[12]$/), 'split_from', '1']]);
  });
});

describe('a text that only extends', () => {
  const extension = readMandate(
    'S/RES/9430 (2028)\n\n1 May 2028\n\nThe Security Council,\n\n1. Decides to extend the mandate of UNAMIT until 1 June 2028;\n\n2. Requests UNAMIT to protect civilians under imminent threat of physical violence;',
  );
  const kinds = (before: Reading, after: Reading) =>
    new Set(
      withoutSilence(compareTexts(before, after), { before: !isWhole(before), after: !isWhole(after) }).changes.map(
        ({ kind }) => kind,
      ),
    );

  test('takes nothing away by what it does not say, and what was there before it is no gain after it', () => {
    expect([first, renewal, extension].map(isWhole)).toEqual([true, true, false]);
    expect(kinds(first, renewal)).toContain('lost');
    for (const kind of ['lost', 'weakened', 'condition_removed']) expect(kinds(first, extension)).not.toContain(kind);
    for (const kind of ['gained', 'strengthened']) expect(kinds(extension, renewal)).not.toContain(kind);
    const { ceilings, dropped } = withoutSilence(compareTexts(first, extension), { before: false, after: true });
    expect([ceilings, dropped]).toEqual([{ before: [], after: [] }, []]);
  });
});

describe('what the renewal means', () => {
  const { changes, pairs, ceilings, dropped } = compareTexts(first, renewal);
  const of = (kind: string) => changes.filter((change) => change.kind === kind).map(({ task }) => task);

  test('lost: the eyes, the law, the reforms', () => {
    expect(of('lost').sort()).toEqual(
      [
        'DisarmamentDemobilization',
        'Demilitarization',
        'ElectionAssistance',
        'Gender',
        'HumanRights',
        'JusticeSectorReform',
        'LocalReconciliation',
        'PrisonReform',
        'Reintegration',
        'SexualViolence',
        'StateAuthority',
        'TransitionalJustice',
      ].sort(),
    );
    // Help to the security forces goes on, as rations and fuel: it is the reform's own words that are gone.
    expect(dropped.map(({ number }) => number)).toEqual(expect.arrayContaining(['6 (b) (i)', '7 (c)']));
  });

  test('protection is narrower: conditions that were not there, words that are gone', () => {
    const protection = changes.filter(({ task }) => task === 'CivilianProtection');
    expect(protection.map(({ kind, qualifier }) => [kind, qualifier])).toEqual([
      ['condition_added', 'in_support_of_authorities'],
      ['condition_added', 'areas_of_deployment'],
      ['condition_added', 'imminent_threat'],
      ['weakened', 'irrespective_of_source'],
    ]);
  });

  test('half the soldiers', () => {
    expect(ceilings.before[0]).toMatchObject({ people: 4800, number: '2' });
    expect(ceilings.after[0]).toMatchObject({ people: 2400, number: '2' });
  });

  test('word by word, both texts are whole', () => {
    for (const { before, after, words } of pairs) {
      if (!words) continue;
      const side = (skip: string) =>
        words
          .filter(({ kind }) => kind !== skip)
          .map(({ text }) => text)
          .join('');
      expect(side('added')).toBe(before?.text.replace(/\s+/g, ' '));
      expect(side('removed')).toBe(after?.text.replace(/\s+/g, ' '));
    }
  });

  test('a tone is between nothing and all, and darker for what is firmer', () => {
    const lines = profileOf(first.paragraphs);
    for (const line of lines) expect(toneOf(line)).toSatisfy((tone: number) => tone > 0 && tone <= 1);
    const [line] = lines;
    if (!line) throw new Error('no task');
    expect(toneOf({ ...line, strength: 'encourages' })).toBeLessThan(toneOf({ ...line, strength: 'decides' }));
    expect(toneOf({ ...line, ending: true })).toBeLessThan(toneOf({ ...line, ending: false }));
  });
});

describe('the à-la-carte test', () => {
  const words = (text: string, quotes: { span: [number, number] }[]) => quotes.map(({ span }) => text.slice(...span));

  test('the first mandate lacks nothing', () => expect(aLaCarte(first, null)).toEqual([]));

  test('the renewal: no monitoring, fewer people, on its way out, first of all for the State', () => {
    const findings = aLaCarte(renewal, first);
    expect(findings.map(({ code }) => code)).toEqual([
      'no_human_rights_monitoring',
      'means_cut',
      'consent_withdrawn',
      'state_support',
    ]);
    const [monitoring, cut] = findings;
    expect(words(FIRST, monitoring?.dropped ?? [])[0]).toMatch(/^monitor, investigate and report publicly/);
    expect(cut).toMatchObject({ people: { before: 4800, after: 2400 } });
  });

  test('what is taken out is missed, one by one', () => {
    const without = (reading: Reading, drop: (text: string) => boolean): Reading => ({
      ...reading,
      paragraphs: reading.paragraphs.filter(({ text }) => !drop(text)),
    });
    const missed = (drop: RegExp) =>
      aLaCarte(
        without(first, (text) => drop.test(text)),
        null,
      ).map(({ code }) => code);
    expect(missed(/human rights|grave violations/)).toContain('no_human_rights_monitoring');
    expect(missed(/early warning|alert/)).toContain('no_early_warning');
    expect(missed(/humanitarian/)).toContain('no_access');
    expect(missed(/necessary means|necessary measures/)).toContain('no_means');
    expect(missed(/communit/)).toContain('no_community_engagement');
  });

  test('a text that protects nobody is not tested', () => {
    expect(aLaCarte(readMandate('The Security Council,\n\n1. Requests UNMEX to monitor the ceasefire;'), null)).toEqual(
      [],
    );
  });
});

describe('a mandate over time', () => {
  const chain = chainOf([renewal, first], 'UNPMIT');

  test('links in order, with their last day and where it stands', () => {
    expect(chain.map(({ text, act, until, untilBy }) => [text.symbol, act, until, untilBy?.number])).toEqual([
      ['S/RES/9401 (2026)', 'establishes', expect.stringMatching(/^20\d\d-/), expect.any(String)],
      ['S/RES/9467 (2030)', 'renews', '2031-11-30', '1'],
    ]);
  });

  test('in force on a day', () => {
    expect(inForceOn(chain, '2026-01-01').links).toEqual([]);
    expect(inForceOn(chain, '2030-11-25').links.map(({ text }) => text.symbol)).toEqual(['S/RES/9401 (2026)']);
    expect(inForceOn(chain, '2030-11-26')).toMatchObject({ until: '2031-11-30', expired: false });
    expect(inForceOn(chain, '2030-11-26').links.map(({ text }) => text.symbol)).toEqual(['S/RES/9467 (2030)']);
    expect(inForceOn(chain, '2031-12-01').expired).toBe(true);
  });

  test('a text that only extends carries the one before on', () => {
    const rollover = readMandate(
      'Resolution 9500 (2031)\n\nAdopted by the Security Council on 28 November 2031\n\nThe Security Council,\n\n1. Decides to extend the mandate of UNPMIT until 31 January 2032;\n\n2. Decides to remain seized of the matter.',
    );
    const longer = inForceOn(chainOf([first, renewal, rollover], 'UNPMIT'), '2031-12-15');
    expect(longer.links.map(({ text, act }) => [text.symbol, act])).toEqual([
      ['S/RES/9467 (2030)', 'renews'],
      ['S/RES/9500 (2031)', 'extends'],
    ]);
    expect(longer).toMatchObject({ until: '2032-01-31', expired: false });
  });
});

describe('may we', () => {
  const provisions = (reading: Reading): Provision[] =>
    reading.paragraphs.map((paragraph) => ({
      ...paragraph,
      id: `${reading.symbol} ${paragraph.number}`,
      symbol: reading.symbol,
      date: reading.date,
      confirmedBy: null,
    }));
  const asked = (reading: Reading, question: Question) => answerFrom(provisions(reading), question);
  const numbers = (items: { paragraph: string }[]) => [...new Set(items.map(({ paragraph }) => paragraph))];

  test('provisions for, and what limits them, each with its words', () => {
    const answer = asked(renewal, { task: 'CivilianProtection', tier: 'II' });
    expect(numbers(answer.for)).toContain('5 (a) (i)');
    expect(answer.limits.map(({ why, words }) => [why, words])).toEqual(
      expect.arrayContaining([
        ['imminent_threat', expect.stringContaining('imminent threat')],
        ['primary_responsibility', expect.stringContaining('without prejudice')],
      ]),
    );
    expect(answer).toMatchObject({ unconfirmed: answer.for.length });
  });

  test('silence', () => {
    expect(asked(renewal, { task: 'HumanRights', modality: 'monitor' })).toEqual({
      for: [],
      limits: [],
      unconfirmed: 0,
    });
    expect(asked(first, { task: 'HumanRights', modality: 'monitor' }).for).not.toEqual([]);
  });

  test('support to forces is under due diligence, wherever the text says so', () => {
    const { limits } = asked(renewal, { task: 'PoliceReform' });
    expect(limits.some(({ why }) => why === 'due_diligence')).toBe(true);
  });

  test('force: what authorizes it stands among the provisions for', () => {
    expect(numbers(asked(renewal, { task: 'CivilianProtection', means: 'all_necessary_means' }).for)).toContain('4');
  });

  test('others than the mission, when asked about', () => {
    expect(asked(renewal, { task: 'HumanitarianRelief', addressee: 'parties' }).for.length).toBeGreaterThan(0);
  });
});

describe('through the years', () => {
  test('bands: every task that a text gives, where it gives it', () => {
    const { columns, rows } = bandsOf([first, renewal]);
    expect(columns.map(({ symbol }) => symbol)).toEqual(['S/RES/9401 (2026)', 'S/RES/9467 (2030)']);
    const rights = rows.find(({ task }) => task === 'HumanRights')?.cells;
    expect(rights?.[0]?.tone).toBeGreaterThan(0);
    expect(rights?.[1]).toBeNull();
    expect(numbersOf(rights?.[0] ?? null)).toContain('6 (b) (i)');
    expect(rows.every(({ cells }) => cells.length === 2 && cells.some((cell) => cell !== null))).toBe(true);
  });

  test('missions beside each other: the latest text of each that gives it tasks', () => {
    expect(latestOfEach([first, renewal]).map(({ symbol }) => symbol)).toEqual(['S/RES/9467 (2030)']);
  });

  test('a wording that spread, from where it came', () => {
    const one = (number: number, words: string) =>
      readMandate(
        `Resolution ${number} (20${number})\n\nAdopted by the Security Council on 3 May 20${number}\n\nThe Security Council,\n\n1. ${words};\n\n2. Decides to remain seized.`,
      );
    const spread = 'Requests the mission to ensure effective protection of civilians under threat of physical violence';
    const { wordings, years } = themeThrough(
      [
        one(12, `${spread} in the south`),
        one(11, spread),
        one(13, `Further ${spread.toLowerCase()} and harm`),
        one(14, 'Requests a report'),
      ],
      'protection_of_civilians',
    );
    expect(wordings[0]).toMatchObject({ origin: { symbol: 'S/RES/11 (2011)', number: '1' } });
    expect(wordings[0]?.words).toContain('effective protection of civilians under threat of physical violence');
    expect(wordings[0]?.places.map(({ symbol }) => symbol)).toEqual([
      'S/RES/11 (2011)',
      'S/RES/12 (2012)',
      'S/RES/13 (2013)',
    ]);
    expect(years.map(({ year, speaking }) => [year, speaking])).toEqual([
      [2011, 1],
      [2012, 1],
      [2013, 1],
      [2014, 0],
    ]);
  });
});

test.each([
  ['May we escort aid convoys in the North Hills?', 'OperationsPatrolsInterventions', { place: 'North Hills' }],
  ['May we monitor and report on human rights violations?', 'HumanRights', { modality: 'monitor' }],
  ['Can we use force to protect civilians?', 'CivilianProtection', { means: 'all_necessary_means' }],
  ['may we train the police', 'PoliceReform', { modality: 'assist' }],
  ['Pouvons-nous surveiller les droits de l’homme ?', 'HumanRights', {}],
  ['هل يجوز لنا حماية المدنيين؟', 'CivilianProtection', {}],
])('a sentence as a question: %s', (sentence, task, more) => {
  const questions = questionsIn(sentence);
  expect(questions.find((question) => question.task === task)).toMatchObject(more);
  expect(questions.slice(0, 2).map((question) => question.task)).toContain(task);
});

test.each([
  [
    'Pouvons-nous utiliser la force pour protéger les civils à Bangassou ?',
    'CivilianProtection',
    'all_necessary_means',
  ],
  ['Pouvons-nous escorter des convois d’aide ?', 'OperationsPatrolsInterventions'],
  ['Peut-on soutenir la police ?', 'PoliceReform assist'],
  ['Pouvons-nous surveiller les violations des droits de l’homme ?', 'HumanRights monitor'],
  ['Devons-nous désarmer les combattants ?', 'DisarmamentDemobilization'],
  ['هل يمكننا استخدام القوة لحماية المدنيين؟', 'CivilianProtection', 'all_necessary_means'],
  ['هل يجوز لنا مرافقة قوافل المساعدات الإنسانية؟', 'OperationsPatrolsInterventions'],
  ['هل نستطيع دعم الشرطة؟', 'PoliceReform assist'],
  ['هل يمكننا رصد انتهاكات حقوق الإنسان؟', 'HumanRights monitor'],
  ['هل يمكننا إيواء اللاجئين؟', 'RefugeeAssistance'],
  ['Is it necessary to report violations?', 'HumanRights monitor'],
])('%s', (sentence, expected, means?: string) => {
  const found = questionsIn(sentence).find(({ task }) => expected.startsWith(task));
  expect([`${found?.task} ${found?.modality ?? ''}`.trim(), found?.means]).toEqual([expected, means]);
});

test.each(['What time is lunch?', 'Quelle heure est-il ?', 'ما الوقت الآن؟'])('%s asks nothing', (sentence) =>
  expect(questionsIn(sentence)).toEqual([]),
);

import { describe, expect, test } from 'vitest';
import { Reading } from '../contract.ts';
import { readMandate } from './read.ts';

const TEXT = `Resolution 9999 (2030)

Adopted by the Security Council at its 12345th meeting, on 3 May 2030

The Security Council,

Recalling resolution 9998 (2029) and its resolution 1265 (1999) on the protection of civilians in armed conflict,

Acting under Chapter VII of the Charter of the United Nations,

1. Decides to extend until 3 May 2031 the mandate of the United Nations Mission in Examplia (UNMEX), as set out in paragraphs 2 to 4 of resolution 9998 (2029);

2. Decides that the authorized ceiling of UNMEX shall be 2,400 military personnel and 300 police personnel;

3. Authorizes UNMEX to use all necessary means, within its capabilities and areas of deployment, to perform the following tasks:

    (a) To protect civilians under imminent threat of physical violence, irrespective of the source of such violence and without prejudice to the primary responsibility of the authorities of Examplia;

    (b) To monitor, investigate and report publicly on violations of human rights;

    (c) To support the Government of Examplia in the reform of the police, in strict compliance with the Human Rights Due Diligence Policy;

4. Demands that all parties cease hostilities immediately and allow the delivery of humanitarian assistance in northern Examplia;

5. Condemns the attacks on civilians, and welcomes the efforts towards reconciliation;

6. Requests the Secretary-General to report to the Council every three months on:

    (a) The protection of civilians and human rights;

7. Decides to remain seized of the matter.
`;
const reading = readMandate(TEXT);
const paragraph = (number: string) => {
  const found = reading.paragraphs.find((one) => one.number === number);
  if (!found) throw new Error(`no ${number}`);
  return found;
};
const said = (number: string) => paragraph(number).codes.map(({ code, modality, tier }) => [code, modality, tier]);
const qualified = (number: string) =>
  paragraph(number).qualifiers.map(({ code, value }) => (value ? `${code} ${value}` : code));

test('the head', () => {
  expect(Reading.parse(reading)).toEqual(reading);
  expect(reading).toMatchObject({
    symbol: 'S/RES/9999 (2030)',
    date: '2030-05-03',
    chapterVII: true,
    missions: ['UNMEX'],
  });
});

test('every span is the words', () => {
  for (const { span, text, codes, qualifiers, references } of reading.paragraphs) {
    expect(TEXT.slice(...span)).toBe(text);
    for (const { span: inner } of [...codes, ...qualifiers, ...references]) {
      expect(inner[0]).toBeGreaterThanOrEqual(span[0]);
      expect(inner[1]).toBeLessThanOrEqual(span[1]);
      expect(inner[1]).toBeGreaterThan(inner[0]);
    }
  }
});

test('verbs, their strength, and whom they address; items take them from above', () => {
  const lines = reading.paragraphs
    .filter(({ kind }) => kind === 'OP')
    .map(({ number, verb, strength, addressees }) => [number, verb, strength, addressees.join()]);
  expect(lines).toEqual([
    ['1', 'decides', 'decides', 'mission'],
    ['2', 'decides', 'decides', 'mission'],
    ['3', 'authorizes', 'authorizes', 'mission'],
    ['3 (a)', 'authorizes', 'authorizes', 'mission'],
    ['3 (b)', 'authorizes', 'authorizes', 'mission'],
    ['3 (c)', 'authorizes', 'authorizes', 'mission'],
    ['4', 'demands', 'demands', 'parties'],
    ['5', 'condemns', 'condemns', ''],
    ['6', 'requests', 'requests', 'secretary_general'],
    ['6 (a)', 'requests', 'requests', 'secretary_general'],
    ['7', 'decides', 'decides', 'council'],
  ]);
});

test('tasks with modality and tier; none is an answer', () => {
  expect(said('3')).toEqual([['OperationsUseOfForce', 'secure', null]]);
  expect(said('3 (a)')).toEqual([['CivilianProtection', 'secure', 'II']]);
  expect(said('3 (b)')).toEqual([['HumanRights', 'monitor', null]]);
  expect(said('3 (c)')).toEqual([['PoliceReform', 'assist', null]]);
  expect(said('4')).toEqual([
    ['Ceasefire', 'secure', null],
    ['HumanitarianRelief', expect.any(String), null],
  ]);
  for (const nothing of ['1', '2', '5', '6', '6 (a)', '7']) expect(said(nothing), nothing).toEqual([]);
});

test('what qualifies them', () => {
  expect(qualified('1')).toEqual(['sunset 2031-05-03']);
  expect(qualified('2')).toEqual(['ceiling 2400', 'ceiling 300']);
  expect(qualified('3')).toEqual(['all_necessary_means', 'within_capabilities', 'areas_of_deployment']);
  expect(qualified('3 (a)')).toEqual(['imminent_threat', 'irrespective_of_source', 'primary_responsibility']);
  expect(qualified('3 (c)')).toEqual(['in_support_of_authorities', 'due_diligence']);
  expect(qualified('4')).toEqual(['place northern Examplia']);
  expect(qualified('6')).toEqual(['reporting']);
});

test('other texts, and what is done to them', () => {
  expect(paragraph('PP1').references).toMatchObject([
    { symbol: 'S/RES/9998 (2029)', relation: 'recalls' },
    { symbol: 'S/RES/1265 (1999)', relation: 'recalls' },
  ]);
  expect(paragraph('1').references).toMatchObject([
    { symbol: 'S/RES/9998 (2029)', relation: 'extends', paragraphs: ['2', '3', '4'] },
  ]);
});

describe('agreements, compacts and plans', () => {
  const AGREEMENT = `STATUS AGREEMENT

Article 7 – Freedom of movement

1. The Mission shall enjoy freedom of movement throughout the country.

2. The Government shall, where necessary, provide it with maps:
(a) showing minefields; and
(b) showing roads.

Article 12
Human rights

The Mission may monitor human rights in all places of detention. The Government shall ensure access. The Mission shall not use force to enter a court.

ARTICLE IV: Protection of civilians

1. The Parties undertake to protect civilians.`;
  const PLAN = `NATIONAL PROTECTION PLAN

5. Priorities

5.1 The Ministry of Interior will establish early warning committees in all districts.

5.2 Support to survivors

5.2.1 Partners should support survivors of sexual violence.

6. Monitoring
6.1 The Commission shall monitor violations of human rights.`;
  const said = (text: string) =>
    readMandate(text).paragraphs.map(({ number, heading, verb, strength, addressees, codes }) => [
      number,
      heading,
      `${verb ?? ''} ${strength ?? ''} ${addressees.join()}`.trim(),
      codes.map(({ code, modality }) => `${code} ${modality}`).join(),
    ]);

  test('articles with their own numbers, and who shall, may or undertakes to do what', () => {
    expect(said(AGREEMENT)).toEqual([
      ['Article 7', null, '', ''],
      ['Article 7 (1)', null, 'shall decides mission', 'UNPersonnelProtection assist'],
      ['Article 7 (2)', null, 'shall decides host_state', ''],
      ['Article 7 (2) (a)', null, 'shall decides host_state', ''],
      ['Article 7 (2) (b)', null, 'shall decides host_state', ''],
      ['Article 12', 'Human rights', 'may authorizes mission', 'HumanRights monitor'],
      ['Article IV', null, '', ''],
      ['Article IV (1)', null, 'undertake to decides parties', 'CivilianProtection secure'],
    ]);
  });

  test('numbers of several parts stand below one another', () => {
    expect(readMandate(PLAN).paragraphs.map(({ number, parent }) => [number, parent])).toEqual([
      ['5', null],
      ['5.1', '5'],
      ['5.2', '5'],
      ['5.2.1', '5.2'],
      ['6', null],
      ['6.1', '6'],
    ]);
    expect(said(PLAN).map(([number, , verb, codes]) => `${number}: ${verb} ${codes}`)).toEqual([
      '5:  ',
      '5.1: will decides host_state CivilianProtectionCommunityAlert secure',
      '5.2:  ',
      '5.2.1: should encourages donors SexualViolence assist',
      '6:  ',
      '6.1: shall decides HumanRights monitor',
    ]);
  });

  test('when and on what terms may stand before who, and words between who and shall', () => {
    const verbs = (sentence: string) =>
      said(`Agreement on the Status of the Mission\n\nArticle 1\n\n${sentence}`)[0]?.[2];
    for (const [sentence, verb] of [
      ['Upon receipt of a complaint by any resident of the area, the Government shall:', 'shall decides host_state'],
      ['For a period of ten years, the Government will allow patrols at night.', 'will decides host_state'],
      ['The Government, consistent with its laws, shall grant visas.', 'shall decides host_state'],
      ['During this period, the Government shall not tax supplies.', ''],
    ] as const)
      expect([sentence, verbs(sentence)]).toEqual([sentence, verb]);
  });

  test('a resolution that speaks of articles is cut as before', () => {
    const text =
      'The Security Council,\n\nActing under Chapter VII,\n\n1. Decides as follows:\n\nArticle 7 of the Agreement shall hold;\n\n2. Requests a report.';
    expect(readMandate(text).paragraphs.map(({ number }) => number)).not.toContain('Article 7');
  });
});

const WHAT = 'measures taken to protect civilians and to monitor human rights';
test.each([
  `Requests the Secretary-General to include the following in his next annual report on this resolution:`,
  'Requests the Secretary-General to submit, by 1 May, an integrated assessment of:',
  'Instructs the Chief of Staff and the Secretary-General to make a weekly report on:',
  'Requests the following reports from the Secretary-General on:',
  'Requests the Secretary-General to conduct a strategic review of the mission, covering:',
])('what stands below a report is no task: %s', (asked) => {
  const reading = readMandate(`The Security Council,\n\n1. ${asked}\n\n(a) ${WHAT};`);
  expect(reading.paragraphs.find(({ number }) => number === '1 (a)')?.codes).toEqual([]);
});
test('who shall first do something else has tasks below', () => {
  const asked =
    'Requests the Secretary-General to deploy observers without delay, and to report on it, with these tasks:';
  const reading = readMandate(
    `The Security Council,\n\n1. ${asked}\n\n(a) To protect civilians under imminent threat of physical violence;`,
  );
  expect(reading.paragraphs.find(({ number }) => number === '1 (a)')?.codes.map(({ code }) => code)).toContain(
    'CivilianProtection',
  );
});

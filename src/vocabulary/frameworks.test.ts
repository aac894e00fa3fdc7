import { describe, expect, it } from 'vitest';
import { COMPARTMENTS, MISSION_FRAMEWORKS } from './codes.ts';
import { MissionFrameworkDoc } from './framework-schema.ts';
import { FRAMEWORKS, framework } from './frameworks.ts';
import { ROLE_CODES, ROLES, role, VERBS } from './roles.ts';

describe('mission frameworks', () => {
  it('are the five, in order', () => {
    expect(FRAMEWORKS.map((f) => f.code)).toEqual(MISSION_FRAMEWORKS);
  });

  it.each(FRAMEWORKS)('$code keeps the desks that survivors, children and the accused depend on', (f) => {
    for (const c of ['human_rights', 'child_protection', 'womens_protection', 'conduct_discipline'] as const)
      expect(f.compartments).toContain(c);
    for (const r of ['child_protection_adviser', 'womens_protection_adviser', 'conduct_discipline_officer'] as const)
      expect(f.roles).toContain(r);
    expect(f.levels.protected).toBe('strictly_confidential');
  });

  it.each(FRAMEWORKS)('$code offers unidentified among its first actors', (f) => {
    expect(f.first.actorTypes).toContain('unidentified');
  });

  it('gives a copy that a mission may edit without changing the house’s', () => {
    const copy = framework('civilian_unarmed');
    copy.first.eventTypes.length = 0;
    expect(framework('civilian_unarmed').first.eventTypes).not.toEqual([]);
  });

  const edited = (change: (f: MissionFrameworkDoc) => void) => {
    const copy = framework('ceasefire_grey_zone');
    change(copy);
    return MissionFrameworkDoc.safeParse(copy);
  };

  it('takes a mission’s edited copy', () => {
    expect(edited((f) => f.first.eventTypes.reverse()).success).toBe(true);
    expect(edited((f) => delete f.words.patrol).success).toBe(true);
  });

  it.each([
    [
      'a type twice',
      (f: MissionFrameworkDoc) => f.first.eventTypes.push('shelling'),
      'the same code stands there twice',
    ],
    [
      'an indicator that does not exist',
      (f: MissionFrameworkDoc) => f.indicators.push('happiness'),
      'no such indicator',
    ],
    [
      'a core more secret than its account',
      (f: MissionFrameworkDoc) => Object.assign(f.levels, { core: 'strictly_confidential' }),
      'may not be more secret',
    ],
    ['no limits', (f: MissionFrameworkDoc) => Object.assign(f, { limits: [] }), 'Too small'],
    [
      'a type of its own making',
      (f: MissionFrameworkDoc) => Object.assign(f.first, { actorTypes: ['aliens'] }),
      'Invalid',
    ],
  ])('refuses %s and says why', (_, change, why) => {
    const { success, error } = edited(change);
    expect(success).toBe(false);
    expect(error?.issues.map((i) => i.message).join()).toContain(why);
  });
});

describe('roles', () => {
  const may = (code: (typeof ROLE_CODES)[number], verb: (typeof VERBS)[number]) => role(code).verbs.includes(verb);
  const whoMay = (verb: (typeof VERBS)[number]) => ROLE_CODES.filter((code) => may(code, verb));

  it('are all there, in order, none with a verb twice', () => {
    expect(ROLES.map((r) => r.code)).toEqual(ROLE_CODES);
    expect(ROLES.filter((r) => new Set(r.verbs).size !== r.verbs.length)).toEqual([]);
  });

  it('every verb belongs to somebody and every compartment is somebody’s', () => {
    expect(VERBS.filter((v) => whoMay(v).length === 0)).toEqual([]);
    expect(COMPARTMENTS.filter((c) => !ROLES.some((r) => r.compartments.includes(c)))).toEqual([]);
  });

  it('the administrator touches no incident', () => {
    expect(role('administrator').verbs.filter((v) => v.startsWith('incident.'))).toEqual([]);
    expect(whoMay('people.manage')).toEqual(['administrator']);
    expect(whoMay('roles.manage')).toEqual(['administrator']);
  });

  it('a mandate is read by all who read incidents, and vouched for by those who answer for its words', () => {
    expect(whoMay('mandate.read')).toEqual(whoMay('incident.read'));
    expect(whoMay('mandate.add')).toEqual(['head_of_office', 'analyst', 'human_rights_officer']);
    expect(whoMay('mandate.review')).toEqual([
      ...['head_of_office', 'analyst', 'human_rights_officer'],
      ...['child_protection_adviser', 'womens_protection_adviser'],
    ]);
  });

  it('confirming and verifying have different owners', () => {
    expect(whoMay('incident.confirm')).toEqual(['head_of_office', 'duty_officer', 'analyst']);
    expect(whoMay('incident.verify')).toEqual([
      'human_rights_officer',
      'child_protection_adviser',
      'womens_protection_adviser',
    ]);
  });

  it('each specialist compartment is opened by its own specialist alone', () => {
    const holders = (c: (typeof COMPARTMENTS)[number]) =>
      ROLES.filter((r) => r.compartments.includes(c)).map((r) => r.code);
    expect(holders('child_protection')).toEqual(['child_protection_adviser']);
    expect(holders('womens_protection')).toEqual(['womens_protection_adviser']);
    expect(holders('conduct_discipline')).toEqual(['conduct_discipline_officer']);
  });
});

/** What is masked before any rule looks, and the rules of all tasks. */
import { POLITICS } from './tasks/politics.ts';
import { PROTECTION } from './tasks/protection.ts';
import { RELIEF } from './tasks/relief.ts';
import { RIGHTS } from './tasks/rights.ts';
import type { TaskRule } from './tasks/rule.ts';
import { SECURITY } from './tasks/security.ts';
import { STATE } from './tasks/state.ts';

/** Names and formulas that hold a field's words without asking for anything in it. */
export const MASKED = new RegExp(
  [
    '(?:united nations )?(?:office of the )?(?:united nations )?high commissioner for (?:human rights|refugees)(?: \\([a-z]+\\))?',
    'human rights council',
    'special representatives? of the secretary-general (?:for|on) (?:children and armed conflict|sexual violence in conflict)',
    'special representatives? (?:for|on) (?:children and armed conflict|sexual violence in conflict)',
    'special representatives? (?:of the secretary-general )?on sexual violence',
    'working group on children and armed conflict',
    'special adviser[s]? [a-z -]{0,30}prevention of genocide',
    'counter-terrorism (?:committee|executive directorate)',
    'emergency relief coordinator',
    'resolutions? [^;]{0,60}on (?:women, peace,? and security|children and armed conflict|the protection of civilians(?: in armed conflict)?|sexual exploitation and abuse)',
    '(?<!provided )(?:in (?:full |strict )?(?:accordance|compliance|line)|consistent) with (?:the )?(?:united nations )?human rights due diligence policy(?: on united nations support to non-united nations security forces)?',
    '(?:in (?:full |strict )?(?:accordance|compliance|conformity|line)|consistent|consistently|compliant) with (?:[a-z ,-]{0,60})?(?:[a-z]+ states. )?(?:international (?:[a-z ]{0,40})?law|obligations under international (?:[a-z ]{0,20})?law|human rights)(?:,? (?:including|and)(?: relevant)?(?: applicable)? (?:international )?(?:humanitarian|human rights|refugee)(?: law)?(?:(?:,| and|, and) (?:international )?(?:human rights|refugee|humanitarian) law)?)?',
    'while (?:fully )?respecting human rights(?: and [a-z ]{0,30}freedoms)?',
    '(?:with|in) full respect (?:for|of) (?:[a-z ,]{0,40})?(?:human rights|international law)[a-z ]{0,40}',
    'peace,? and security council',
    'peacebuilding (?:commission|fund|support office)',
    'committee on the elimination of [a-z ]+',
    'security council',
    'african union (?:peace and security )?(?:commission|council)',
    'comprehensive planning and performance assessment system',
    'financial,? (?:and )?economic',
    'economic community (?:of|for) [a-z ]+? states',
    'economic communities',
    'organi[sz]ation for security and co-?operation in europe',
    'united nations development (?:programme|system|group)',
    '(?:united nations )?convention[s]? (?:on|against|relating to|for) [a-z ,]{0,60}',
    'court of justice',
    'civilian protection monitoring team',
    'human rights lawyers',
    'world food programme',
    'elections? to fill',
    'arbitration tribunal',
  ].join('|'),
  'g',
);

export const TASK_RULES: readonly TaskRule[] = [
  ...PROTECTION,
  ...RIGHTS,
  ...SECURITY,
  ...POLITICS,
  ...STATE,
  ...RELIEF,
];

/** Protecting people, the mission’s own people, and what it may do for it. */
import { rules, type TaskRule } from './rule.ts';

const NOT_OPERATIONS_USE_OF_FORCE =
  'performance|responsibilities from|exit strategy|refrain from|support networks? cease|cessation of|in the context of ongoing|efficiency of';

export const PROTECTION: readonly TaskRule[] = [
  ...rules('CivilianProtection', 0.95, [
    {
      pattern:
        '(?:protect(?:ion|ing|s|ed)?|safety|security|defen[cs]e)(?: and (?:security|safety|protection|welfare))?(?: of| for)? (?:[a-z,-]+ ){0,3}?(?:civilians?(?! staff| police| personnel| component)|population|people|inhabitants|communities|civilian life)|protect[a-z]* of civilian|civilian protection|protect (?:and assist )?(?:[a-z]+ ){0,2}(?:population|people)|(?:threats?|risks?|harm|violence|attacks?|attack)(?: [a-z]+){0,2} (?:to|against|on|directed against) (?:[a-z]+ ){0,2}(?:civilian|population|communit)[a-z]*|(?:protection|safety) needs of|protective environment|responsibility to protect|\\bpoc\\b|physical violence|targeting of civilians|(?:violence|attacks)[^;]{0,140} against civilians|endanger(?:ing)? civilians|security of persons|situation (?:of|for) civilians|protection challenges|civilian harm|harm to civilians|human shields|indiscriminate|protection (?:strateg|mandate|concerns|needs)|comprehensive protection',
      unless:
        'civilian staff|civilian component|child protection|for children|safe participation|dividend|to provide security for the|peacekeeping mandates|environmental|protect(?:ion)? (?:of|the) (?:forests|the environment)|protection of (?:natural|cultural)|peacekeepers?,|participated in|ordered (?:or|violence)|security, safety and health',
    },
  ]),
  ...rules('CivilianProtectionZones', 0.9, [
    {
      pattern:
        'protection (?:of civilians )?sites?|poc sites?|safe areas?|(?<!deny )safe (?:haven|zone)s?|protection zones?|protected (?:areas|zones) for|no-fly zone|ban on (?:all )?(?:military )?flights|(?:security|protect|safe|civilian (?:and humanitarian )?(?:character|nature))[a-z]*[^;,]{0,60}(?:camps\\b|(?:displacement|idp|refugee) sites)',
      unless: 'gathered in|deny|safe havens? (?:to|for) (?:those|terror|members)|natural',
    },
  ]),
  ...rules('CivilianProtectionCommunityAlert', 0.9, [
    {
      pattern:
        'early[- ]warning|alert (?:network|mechanism|system)s?|community (?:alert|liaison)|identify(?:ing)? (?:and report(?:ing)? on |potential )?threats (?:to|against) (?:the )?(?:civilian|population)|potential threats against|threats? assessments?|monitor[a-z]*[^,;]{0,40}threats? (?:to|against)',
      unless: 'financial|famine|tsunami',
    },
  ]),
  ...rules('CommunityEngagement', 0.85, [
    {
      pattern:
        "(?:community|civilian|local|communities'?)[a-z -]{0,12} engagement|engag(?:e|ing|ement)[^,;]{0,40} (?:with|of) (?:local |host |affected |the )?(?:local )?(?:communit|population|civilians)|interaction with (?:the )?(?:civilian|local|population)|(?:community|civil) outreach|outreach (?:to|with|programme)|community liaison|liais[a-z]+ with (?:local |the )?(?:communit|population)|consult[a-z]* with (?:local |affected |the )?(?:local )?(?:communit|population)|empower[a-z]* (?:of )?(?:local )?communit|dialogue with (?:local )?communit|confidence (?:of|among) (?:the )?(?:local )?(?:population|communit)",
    },
  ]),
  ...rules('UNPersonnelProtection', 0.93, [
    {
      pattern:
        "(?:protect|safety|secur)[a-z]*[^;]{0,70}(?:united nations|un|associated|mission|unmiss|humanitarian|peacekeeping|monus?co|minus[a-z]+|unamid|unifil|undof|unficyp|unmis|un[a-z]+)(?:'s)?(?: and [a-z -]+?)? (?:personnel|staff|facilities|premises|installations|forces|peacekeepers|troops|equipment|observers)|freedom of movement (?:of|for) (?:united|un|the mission|its|mi|mo|all|bi)|(?:safety|secur|protect)[a-z]*[^;]{0,40}(?:its|their) (?:own )?(?:personnel|facilities)|(?:unhindered|free)[a-z ,-]{0,40} movement[^;]{0,90}personnel|in defence of (?:the )?(?:mission|force|eufor|nato|un)|resupply|(?:attacks?|acts? of violence|violence|threats)[^;]{0,50}(?:on|against) (?:[a-z ]{0,30})?(?:peacekeepers|united nations|un personnel|the mission|unifil|minus|monus|personnel of)|freedom of movement|unhindered[a-z ]{0,24}(?:movement|access)[a-z ,]{0,20}(?:for|of|to) (?:the )?(?:united nations|mission|un[a-z]+|minus|monus)[a-z]*|security (?:and safety )?of (?:[a-z ]{0,20})?(?:peacekeepers|personnel)|personnel,? (?:by )?ensuring their safety|peacekeepers|safety and security facilities",
      unless:
        'sexual exploitation|humanitarian personnel and human rights|right (?:of [a-z ]+)?to freedom of movement|displaced persons, including|diplomatic|conduct involving|bilateral|repatriat|performance|women peacekeepers|contributing countries to|movement and free|asset|customs|members? of the panel|flak|exported|contractors',
    },
  ]),
  ...rules('OperationsUseOfForce', 0.92, [
    {
      kind: 'necessary means',
      pattern:
        'all (?:the |such )?(?:means necessary|(?:necessary|required|requisite|appropriate) (?:means|measures)|measures (?:as may be )?necessary)|measures (?:commensurate|as may be necessary)|take (?:all |the )?(?:necessary|appropriate) (?:military )?actions?|necessary action',
      unless:
        'sexual exploitation|bulletin|secretary-general[^;]{0,60} take|all necessary measures to (?:ensure (?:full|appropriate|the safety)|prevent (?:the (?:direct|sale)|the supply|the entry|such)|facilitate|achieve|comply|maintain|implement this)|all appropriate measures to (?:ensure|protect|combat|strengthen)|to this effect',
    },
    {
      kind: 'neutralizing',
      pattern: 'offensive operations|neutrali[sz]|intervention brigade|intimidat[a-z]+ armed',
      unless: NOT_OPERATIONS_USE_OF_FORCE,
    },
    {
      kind: 'operations against',
      weak: true,
      pattern:
        '(?:operations?|action|offensives?) (?:[a-z]+ )?(?:against|to (?:neutrali|combat|reduce|end|defeat))|military (?:action|offensive|campaign)|(?:defeat|eradicat|eliminat)[a-z]* (?:[a-z]+ ){0,4}(?:isil|daesh|al-|groups?|terroris|safe haven|organi[sz]ations|militia)',
      unless: NOT_OPERATIONS_USE_OF_FORCE,
    },
    {
      kind: 'force',
      pattern: 'use (?:of )?(?:[a-z]+ )?force\\b|forc(?:ible|eful)|by force|defensive|self-defen[cs]e',
      unless:
        'refrain from|threat or use of force|disproportionate|excessive use|non-use of force|self-defen[cs]e and defen[cs]e|performance|exit strategy|acquisition|reported|basic principles|right of|inherent right|groups|acquisition|could contribute|police use',
    },
    {
      kind: 'air power',
      weak: true,
      pattern:
        'air ?(?:power|strikes?|support)|robust (?:and [a-z]+ )?(?:posture|action|manner)|(?:forceful|proactive) (?:and [a-z]+ )?(?:posture|action|manner)',
      unless: 'performance|without prejudice|reduction of|elimination of',
    },
  ]),
  ...rules('OperationsPatrolsInterventions', 0.88, [
    {
      kind: 'patrols',
      pattern: 'patrol(?:s|ling|led)?\\b|escort(?:s|ed|ing)?\\b|checkpoints',
      unless:
        'undeclared caveats|declining|performance|illegal checkpoints|dismantl|capacity to|capabilit|remov|training',
    },
    {
      kind: 'posture',
      pattern:
        '(?:mobile|robust|flexible|agile|proactive|forward|visible)[a-z, -]{0,40}(?:posture|deployments?|presence|bases?|teams?)|(?:active|preventive|temporary|physical|rapid|field) (?:presence|deployments?|operating|bases?)|operating bases|quick[- ]reaction|rapidly deployable|posture\\b',
      unless: 'undeclared caveats|declining|national police|battalions|early warning|additional|without prejudice',
    },
    {
      kind: 'joint operations',
      pattern:
        'joint(?:ly)?,? [a-z, ]{0,30}?(?:operations|patrols|actions)|(?:coordinated|integrated|unilateral|targeted) operations|(?:conduct|undertake|carry out|carrying out) [a-z, ]{0,25}?operations\\b',
      unless:
        'should be only|electoral|humanitarian operations|relief operations|peacekeeping operations|planning and conduct|demining|disarmament|management|in the planning|embargo',
    },
    {
      kind: 'mobility',
      weak: true,
      pattern:
        '(?:mobility|flexib|interoperab|agility)[a-z]*\\b[^;]{0,80}(?:force|deploy|military|mission|troops|contingents)|air (?:mobility|assets|surveillance)',
    },
    {
      kind: 'troops deployed',
      weak: true,
      pattern:
        "(?:re-?)?deploy(?:ing|ment of)? (?:[a-z'-]+ ){0,6}?(?:troops|forces|units|contingents|presence|vessels|battalions?|military)\\b[^;]{0,40}? (?:in|to|throughout|along|across|near|around|off) ",
      unless: 'withdraw|police officers|from the area|armed forces and|ministry|authority',
    },
  ]),
];

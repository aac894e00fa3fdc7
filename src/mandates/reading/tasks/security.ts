/** Fighting, weapons, and the forces that are to bear them. */
import { rules, type TaskRule } from './rule.ts';

const NOT_DEMILITARIZATION =
  'prisons|withdrawal (?:of|from) (?:unama|uno|the mission|monus|minus|its p)|drawdown|responsible|progressive redeployment|gradual|exit|united nations (?:personnel|force|peace|operation|mission|troops|assist|prot)|of the (?:mission|authority|operation|force) |peacekeep';

export const SECURITY: readonly TaskRule[] = [
  ...rules('DisarmamentDemobilization', 0.93, [
    {
      pattern:
        '\\bdisarm(?:ament|ing|ed)?\\b|demobili[sz]|\\bp?-?ddr(?:rr|cs|r)?\\b|lay(?:ing)? down (?:of )?(?:their|its|all|the)? ?(?:arms|weapons)|\\bdisband|community violence reduction|\\bcvr\\b|cantonment|deradicali[sz]ation|disengagement of combatants',
      unless: 'nuclear|weapons of mass|conference on disarmament|disarmament commission|affairs',
    },
  ]),
  ...rules('Reintegration', 0.9, [
    {
      pattern: '\\breintegrat|\\bp?-?ddr(?:rr|cs|r)?\\b|rehabilitation of (?:former|ex-)',
      unless: 'refugees|displaced|returnees|survivors|victims',
    },
  ]),
  ...rules('ControlSALW', 0.9, [
    {
      pattern:
        'small arms|light weapons|weapons? and ammunition(?:s)? management|(?:weapons?|ammunition|arms|stockpile)s? (?:collection|storage|stockpile|destruction|management|control|registration|tracing|marking|disposal)|(?:collect|destr|seiz|dispos|stor|mark|regist|trac|secur|safeguard)[a-z]*[^;,]{0,50}(?:weapons|arms\\b|ammunition|military equipment|munitions)|illicit (?:flow|traffick|transfer|trade|circulation|accumulation)[a-z]*[^;,]{0,30}(?:weapons|arms)|surplus weapons|stockpile management',
      unless: 'mass destruction|nuclear|chemical weapons|biological|ballistic|embargo|charcoal',
      notIn: 'embargo',
    },
  ]),
  ...rules('Demilitarization', 0.9, [
    {
      kind: 'withdrawal',
      pattern:
        'withdraw(?:[a-z]*[^;,]{0,60} (?:forces?\\b|troops|military|army|armies|armed|units|fighters|mercenar|militia|combatants|personnel|weapons|artillery|tanks)|als? (?:by|from all|from the territor|from occupied|of (?:all )?(?:foreign|external))|al(?<=(?:total|complete|full|unconditional|immediate|and) withdrawal)|n(?<=(?:forces?\\b|troops|military|army|armies|armed|units|fighters|mercenar|militia|combatants|personnel|weapons|artillery|tanks)[^;,]{0,50} withdrawn))',
      unless:
        'prisons|withdrawal (?:of|from) (?:unama|uno|the mission|monus|minus|its p)|drawdown|responsible|progressive redeployment|gradual|exit|united nations (?:personnel|force|peace|operation|mission|troops|assist|prot)|of the (?:mission|authority|operation|force) |peacekeep|match the|as [a-z]+ withdraws|from (?:the )?treaty|reservations',
    },
    {
      kind: 'redeployment',
      pattern:
        'redeploy[a-z]*[^;]{0,70} (?:forces|troops|military|units)|pull(?:ing)?[ -]?(?:back|out)|remov(?:e|al|ing)[^;,]{0,40}(?:troops|military|armed (?:groups|forces|actors|elements)|heavy weapons|fortification|foreign forces)|evacuat[^;,]{0,40}(?:troops|forces|occupied)|return(?:ed)? to (?:its|their|the) (?:barracks|positions)|reduc[^;,]{0,40}(?:foreign troops|military forces|their forces|defence spending)',
      unless: NOT_DEMILITARIZATION,
    },
    {
      kind: 'demilitarization',
      pattern: 'demilitari[sz]',
      unless: 'permitted to return|freedom of movement|stage of demilit|works started|report',
    },
    {
      kind: 'separation',
      weak: true,
      pattern:
        'separation of (?:the )?(?:[a-z]+ )?forces|disengage|heavy weapons|(?:weapons?|arms)[ -](?:free|exclusion)|free of (?:any |all )?(?:armed|weapons|military)|concentration of (?:forces|troops)|(?:introduc|position)[a-z]*[^;,]{0,40}(?:forces|troops|heavy weapons|military)[^;,]{0,40}(?:zone|area|proximity|territory)',
      unless: 'return to the area|united nations force',
    },
    {
      kind: 'watched',
      pattern:
        '(?:military observer|verif|monitor|supervis|observ)[a-z]*[^;,]{0,60}(?:withdraw|redeploy|separation|disengag|demilit)',
      unless: NOT_DEMILITARIZATION,
    },
  ]),
  ...rules('ArmsEmbargo', 0.93, [
    {
      pattern:
        '(?:suppl[a-z]+|s(?:ale|ell|old)|transfer|provid)[a-z]*[^;]{0,200}\\b(?:of )?arms and related mat[eé]riel|arms and related mat[eé]riel of all types|(?:arms|weapons|equipment|items)(?: and [a-z ]+)? (?:sold|supplied|delivered)|refrain[^;]{0,40}military assistance|(?:alleged )?arms flows|cross-border flows of[a-z ,]{0,30}arms|arms[- ]embargo|embargo on (?:arms|weapons|the (?:sale|supply|delivery))|(?:supply|sale|transfer|provision|delivery|deliveries|supplies|shipment|export)[a-z, ]{0,40}(?: of)? (?:any )?(?:arms|weapons|ammunition|military (?:equipment|materiel|vehicles|supplies)|armaments|all types of weapons|items)|(?:arms|weapons)(?:,| and) (?:and )?(?:related )?(?:mat[eé]riel|ammunition)[^;]{0,80}(?:embargo|measures|prohibit|prevent)|military (?:training|assistance)[^;]{0,40}(?:prohibit|embargo)|technical (?:training|assistance)[^;,]{0,60}(?:items|arms|weapons|military activities)|measures (?:on arms|imposed by paragraph[^;]{0,40}arms)|violat[a-z]+ (?:of )?(?:the )?arms|supplies of weapons',
      unless: 'nuclear|ballistic|humanitarian|charcoal|destroy|stor(?:age|ed)',
    },
  ]),
  ...rules('Demining', 0.93, [
    {
      pattern:
        '\\bdemining|de-mining|\\bmines?\\b(?! sector|ral)|landmine|mine (?:action|clearance|risk)|explosive (?:ordnance|remnants|hazard|threat)|unexploded|\\bc-?ied|counter-?ied|improvised explosive device',
      unless: 'gold|coltan|mine(?:rs|rals)|components|manufacture|annex|precursor|supply, sale',
    },
  ]),
  ...rules('MilitaryReform', 0.9, [
    {
      pattern:
        'reform of the (?:defen[cs]e and )?security sector|(?:strengthen|reform|support)[a-z]*[^;,]{0,30}security and (?:judicial|justice) institutions|(?:governance and )?security reforms|(?:defen[cs]e and )?security[- ]sector(?:s)? (?:reform|transform|govern|develop|assist|and)|vetting procedures|naval forces|coast guards?|armed forces and security|security (?:and justice )?sector reform|\\bssr\\b|(?:reform|restructur|integrat|professionali[sz]|unif|vet|train|rebuild|build|establish|formation|generat|mentor|capacit|transform)[a-z]*[^;,]{0,40}(?:armed forces|\\barmy\\b|defen[cs]e (?:and security )?forces|security forces|security (?:services|institutions)|military forces|national forces|integrated units|rapid reaction force)|(?:armed forces|army|security forces|defen[cs]e forces|fardc|security institutions)[a-z ,]{0,50}(?:reform|restructur|training|professional|vetting|vetted|capacit|submit)|national security (?:architecture|policy|strategy|council)|vetting of (?:defen[cs]e|security|military)|civilian control|security transition|somali(?:a)? transition plan|stp\\b|unified (?:forces|command)|transfer of security|defen[cs]e (?:reform|sector)|security responsibilit',
      unless:
        'non-united nations|for safety and security|sanctions|sufficient progress|deliver(?:y|ies)|supplied|redeploy|ineligible|humanitarian personnel',
    },
  ]),
  ...rules('PoliceReform', 0.88, [
    {
      pattern:
        '\\bpolice\\b[a-z, ]{0,40}(?:reform|restructur|train|capacit|develop|institution|professional|vetting|recruit|service|force)|(?:reform|restructur|train|mentor|strengthen|support|build|professionali[sz]|develop|assist|advis|vet)[a-z]*[^;,]{0,60}\\b(?:police|gendarmerie|law enforcement|carabinier|internal security forces|constabulary)|police, (?:the )?(?:judiciary|justice|corrections)|judiciary,? (?:and )?(?:the )?police|law enforcement (?:institution|system|agenc|capacit|and)|national police',
      unless:
        'troop-? ?(?:and|,)? ?(?:and )?police|police[- ]contributing|united nations police|un police|military and police|military,? police|police personnel and|police component|interpol|police information|individual police|police ceiling|women police|police components|deliveries|weapons|armed police',
    },
  ]),
  ...rules('BorderControl', 0.88, [
    {
      pattern:
        'border (?:control|security|management|monitoring|crossing|post|guard|police|verification|surveillance)|(?:control|secure|security|monitor|polic)[a-z]*[^;,]{0,40}\\bborders?\\b|customs (?:control|post|author)|cross-border (?:movement|traffick|crime)|maritime (?:domain|flows|security|border)|immigration posts',
      unless: 'gaza|humanitarian|joint border verification|across the eastern border',
    },
  ]),
  ...rules('Ceasefire', 0.93, [
    {
      pattern:
        'cease-? ?fire|cease (?:all |immediately all )?hostilities|cessation of (?:all )?(?:hostilities|military|armed|fighting|violence)|\\btruce\\b|armistice|end (?:all |the )?(?:hostilities|fighting)|halt (?:all )?(?:military|hostilities|fighting)|direct military contacts|stop (?:the )?fighting|cease all (?:hostilities|military|armed)',
    },
  ]),
];

/**
 * Which words make which task. Patterns run on small letters with one space between words (`plain.ts`). A pattern asks for
 * an act in its field, not for a mention: what only stands in a name or in a legal formula is masked first.
 * Scope notes for people: `docs/mandates-codebook.md`.
 */
import type { MandateTask } from '../../vocabulary/codes.ts';

export interface TaskRule {
  code: MandateTask;
  /** How sure the words alone make it. */
  confidence: number;
  pattern: RegExp;
  /** Words around the match (80 before, 80 behind) that make it something else. */
  unless?: RegExp;
  /** Words anywhere in the clause that do. */
  notIn?: RegExp;
}

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

const rule = (code: MandateTask, confidence: number, pattern: string, unless?: string, notIn?: string): TaskRule => ({
  code,
  confidence,
  // At the start of a word only: "international" holds no "national".
  pattern: new RegExp(`(?<![a-z])(?:${pattern})`, 'g'),
  ...(unless ? { unless: new RegExp(unless) } : {}),
  ...(notIn ? { notIn: new RegExp(notIn) } : {}),
});

export const TASK_RULES: readonly TaskRule[] = [
  rule(
    'CivilianProtection',
    0.95,
    '(?:protect(?:ion|ing|s|ed)?|safety|security|defen[cs]e)(?: and (?:security|safety|protection|welfare))?(?: of| for)? (?:[a-z,-]+ ){0,3}?(?:civilians?(?! staff| police| personnel| component)|population|people|inhabitants|communities|civilian life)|protect[a-z]* of civilian|civilian protection|protect (?:and assist )?(?:[a-z]+ ){0,2}(?:population|people)|(?:threats?|risks?|harm|violence|attacks?|attack)(?: [a-z]+){0,2} (?:to|against|on|directed against) (?:[a-z]+ ){0,2}(?:civilian|population|communit)[a-z]*|(?:protection|safety) needs of|protective environment|responsibility to protect|\\bpoc\\b|physical violence|targeting of civilians|(?:violence|attacks)[^;]{0,140} against civilians|endanger(?:ing)? civilians|security of persons|situation (?:of|for) civilians|protection challenges|civilian harm|harm to civilians|human shields|indiscriminate|protection (?:strateg|mandate|concerns|needs)|comprehensive protection',
    'civilian staff|civilian component|child protection|for children|safe participation|dividend|to provide security for the|peacekeeping mandates|environmental|protect(?:ion)? (?:of|the) (?:forests|the environment)|protection of (?:natural|cultural)|peacekeepers?,|participated in|ordered (?:or|violence)|security, safety and health',
  ),
  rule(
    'CivilianProtectionZones',
    0.9,
    'protection (?:of civilians )?sites?|poc sites?|safe areas?|(?<!deny )safe (?:haven|zone)s?|protection zones?|protected (?:areas|zones) for|no-fly zone|ban on (?:all )?(?:military )?flights|(?:security|protect|safe|civilian (?:and humanitarian )?(?:character|nature))[a-z]*[^;,]{0,60}(?:camps\\b|(?:displacement|idp|refugee) sites)',
    'gathered in|deny|safe havens? (?:to|for) (?:those|terror|members)|natural',
  ),
  rule(
    'CivilianProtectionCommunityAlert',
    0.9,
    'early[- ]warning|alert (?:network|mechanism|system)s?|community (?:alert|liaison)|identify(?:ing)? (?:and report(?:ing)? on |potential )?threats (?:to|against) (?:the )?(?:civilian|population)|potential threats against|threats? assessments?|monitor[a-z]*[^,;]{0,40}threats? (?:to|against)',
    'financial|famine|tsunami',
  ),
  rule(
    'CommunityEngagement',
    0.85,
    "(?:community|civilian|local|communities'?)[a-z -]{0,12} engagement|engag(?:e|ing|ement)[^,;]{0,40} (?:with|of) (?:local |host |affected |the )?(?:local )?(?:communit|population|civilians)|interaction with (?:the )?(?:civilian|local|population)|(?:community|civil) outreach|outreach (?:to|with|programme)|community liaison|liais[a-z]+ with (?:local |the )?(?:communit|population)|consult[a-z]* with (?:local |affected |the )?(?:local )?(?:communit|population)|empower[a-z]* (?:of )?(?:local )?communit|dialogue with (?:local )?communit|confidence (?:of|among) (?:the )?(?:local )?(?:population|communit)",
  ),
  rule(
    'HumanRights',
    0.9,
    '(?:complian|compl[yi]|accordance|line with|consistent|implement|appl[yi]|subject)[a-z]*[^;,]{0,60}(?:hrddp|human rights due diligence)|(?:cessation|address|prevent)[^;]{0,160}human rights (?:violations|abuses)|incit(?:e|ing|ement)[a-z ,]{0,30}(?:violence|hatred|discrimination)|respect[a-z]*[^;]{0,60}human rights|(?:monitor|investigat|document|observ|verif|assess|track|collect)[a-z]*[^;]{0,150}(?:human rights|humanitarian law)|report(?:ing)?(?: immediately| publicly| regularly)?,? (?:to|on|and|publicly|any)[^;]{0,90}(?:human rights|humanitarian law)|(?:prevent|end|ending|cease|halt|refrain|stop|desist|address|deter)[a-z]*[^;]{0,70}(?:human rights|humanitarian law)|(?:promot|protect|respect|uphold|strengthen|advanc|defend|ensur|guarantee|fulfil|comply|compliance|abide|adher)[a-z]*[^;,]{0,60}(?:human rights|humanitarian law|fundamental freedoms|geneva conventions?)|(?:comply|compliance|abide|respect|fulfil)[a-z]*[^;]{0,60}(?:obligations|law)[^;]{0,120}(?:human rights|humanitarian|geneva)|human[- ]rights (?:monitor|observ|officer|presence|mechanism|institution|commission|unit|compon|promotion|protection|adviser|training|education)|freedoms? of (?:opinion|expression|assembly|peaceful|association|the press)|peaceful assembly|hate speech|incitement to (?:violence|hatred|discrimination)|arbitrar(?:y|ily) (?:arrest|detention|detain)|enforced disappearance|missing (?:persons|people)|political prisoners|joint human rights office|unjhro|(?:breaches|violations) of international humanitarian law(?= immediately| including from)|breaches of international humanitarian|journalists',
    'counter-terrorism|terrorist (?:acts|financing)|charter of the united nations and international law|protection of civilians from|(?:those|all|allegedly) responsible|accountable|reputable|relevant resolutions|perpetrat|participated|hiv|fuelled by|crimes (?:committed )?against|accountability for human rights|forces that respect',
  ),
  rule(
    'ChildRights',
    0.92,
    "\\bchild(?:ren)?(?:'s)?\\b|\\bschools?\\b|schoolchildren|\\bgirls and boys\\b|minors",
    'women, (?:youth|men)|widows|(?:especially|particularly|in particular) women|including women and children|widows|women, children',
  ),
  rule(
    'SexualViolence',
    0.92,
    'sexual(?:ly)?(?: and| or)?(?: gender-? ?based)?(?:,)? (?:and gender-based )?(?:violence|slavery|abuse in conflict)|\\bsgbv\\b|\\bcrsv\\b|gender-?based violence|\\brape\\b|women protection advis',
    'sexual exploitation',
  ),
  rule(
    'Gender',
    0.9,
    "\\bgender\\b(?!-?based|-?sensitive|-?responsive| and sexual violence)|women(?:'s)?\\b(?![a-z ]{0,6}protection advis)",
    'special protection|killing of women|women and children(?! protection)|women, children|particularly women|especially women|including women and (?:girls|children)|violence against women|women and girls (?:living|who)|elderly|gender-based|including women(?:,| and) (?:youth|famil|religious|minorit|all)|women, (?:youth|families|religious)|civil society[^;]{0,20}including women|and women combatants|women peacekeepers|(?:civil society|organi[sz]ations), including women',
  ),
  rule(
    'HumanitarianRelief',
    0.92,
    'humanitarian (?:and [a-z]+ )?(?:assistance|aid|relief|access|supplies|actors?|workers?|personnel|operations?|agenc|organi[sz]ation|response|needs|appeal|convoys?|activities|efforts|space|deliver|goods|corridor|pause|programme|notification|exempt)|(?:relief|medical|food|emergency) (?:supplies|assistance|aid|personnel|goods|consignments)|unhindered (?:[a-z, ]{0,40})?access|access (?:of|for|by) (?:[a-z ]{0,20})?(?:humanitarian|relief)|food (?:rations|insecurity|programmes?)|delivery of (?:[a-z ]{0,20})?(?:assistance|aid|relief)|humanitarian(?:s| situation)|\\brelief\\b|alleviate (?:human )?suffering',
    'collaboration with|panel of experts|and humanitarian workers to|inspection|access for (?:monus|minus|un|the joint)|joint human rights|assistance package|human rights defenders|documents|panel deems|civilians, humanitarians|or the political process|united nations and associated|flak|exported|supplies of',
  ),
  rule(
    'RefugeeAssistance',
    0.9,
    '\\brefugees?\\b|displaced (?:persons?|people|population)|\\bidps?\\b|returnees|(?:voluntary|safe|dignified)[a-z, ]{0,30} return|return of (?:[a-z ]{0,30})?(?:displaced|refugees|inhabitants|persons|families)|internal(?:ly)? displace|durable solutions',
    'camps, humanitarian personnel|refugee law|found in|gathered in|sites for',
  ),
  rule(
    'PublicHealth',
    0.88,
    '\\bhiv\\b|\\baids\\b|\\bebola\\b|covid|pandemic|vaccin|epidemic|cholera|public health|health (?:care|services|system|facilities|infrastructure|worker)|disease outbreak|infectious disease',
    'sexual and reproductive|survivors|safety, security and health|casualty|personnel|common threat',
  ),
  rule(
    'DisarmamentDemobilization',
    0.93,
    '\\bdisarm(?:ament|ing|ed)?\\b|demobili[sz]|\\bp?-?ddr(?:rr|cs|r)?\\b|lay(?:ing)? down (?:of )?(?:their|its|all|the)? ?(?:arms|weapons)|\\bdisband|community violence reduction|\\bcvr\\b|cantonment|deradicali[sz]ation|disengagement of combatants',
    'nuclear|weapons of mass|conference on disarmament|disarmament commission|affairs',
  ),
  rule(
    'Reintegration',
    0.9,
    '\\breintegrat|\\bp?-?ddr(?:rr|cs|r)?\\b|rehabilitation of (?:former|ex-)',
    'refugees|displaced|returnees|survivors|victims',
  ),
  rule(
    'TransitionalJustice',
    0.9,
    '(?:bring|brought|bringing)[^;,]{0,60} to (?:swift )?justice|(?:hold|held|holding)[^;,]{0,90} (?:accountable|to account)|accountab(?:le|ility)[^;,.]{0,80}(?:violation|abuse|crime|atrocit|attack|perpetrat|responsible)|(?:those|persons|all) responsible[^;]{0,120}accountab|ensur[a-z]*(?: full)? accountability(?: for)?|impunity|transitional justice|international criminal court|\\bicc\\b|(?:prosecut|apprehen|arrest)[a-z]*[^;,]{0,80}(?:war crimes|crimes against humanity|genocide|perpetrators?|those responsible|violations|killings|abuses|alleged)|investigat[a-z]*[^;,]{0,80}(?:war crimes|crimes against humanity|genocide|perpetrators?|those responsible|killings|disproportionate)|investigate and prosecute|prosecut(?:e|ion|ed|ing)\\b|truth[a-z ,-]{0,20}(?:commission|reconciliation)|reparations? (?:for|to) (?:victims|survivors)|special criminal court|hybrid court|(?:criminal|special) tribunal|commission of inquiry|individually responsible|special jurisdiction|sentences? (?:issued|imposed|referred)|terms of their sentences',
    'terroris|piracy|pirates|sexual exploitation|financial transaction|inspection team|performance|investment|cease-?fire',
    'sexual exploitation|misconduct|trafficking in persons|terroris|piracy|conduct involving',
  ),
  rule(
    'JusticeSectorReform',
    0.9,
    '\\bjudiciary\\b|judicial (?:and [a-z]+ )?(?:system|institution|sector|reform|author|capacit|independence)|justice (?:and [a-z]+ )?(?:sector|system|institution|reform|mechanism|support|model|component|chain)|rule of law|courts?(?: system|room)|criminal justice|administration of justice|access to justice|\\bjustice (?:system|,? police)',
    'managed by|referred to judicial|transitional justice|human rights and rule of law issues|governance, and the rule|police, territorial|absorb|observing the rule of law|respect for the rule of law|contribut[a-z]* to the rule',
  ),
  rule(
    'PrisonReform',
    0.92,
    '\\bprisons?\\b|penitentiar|correction(?:s|al)\\b|detention (?:cent|facilit|condition|system)|places of detention',
    'unlawful|access for|access to all',
  ),
  rule(
    'PoliceReform',
    0.88,
    '\\bpolice\\b[a-z, ]{0,40}(?:reform|restructur|train|capacit|develop|institution|professional|vetting|recruit|service|force)|(?:reform|restructur|train|mentor|strengthen|support|build|professionali[sz]|develop|assist|advis|vet)[a-z]*[^;,]{0,60}\\b(?:police|gendarmerie|law enforcement|carabinier|internal security forces|constabulary)|police, (?:the )?(?:judiciary|justice|corrections)|judiciary,? (?:and )?(?:the )?police|law enforcement (?:institution|system|agenc|capacit|and)|national police',
    'troop-? ?(?:and|,)? ?(?:and )?police|police[- ]contributing|united nations police|un police|military and police|military,? police|police personnel and|police component|interpol|police information|individual police|police ceiling|women police|police components|deliveries|weapons|armed police',
  ),
  rule(
    'MilitaryReform',
    0.9,
    'reform of the (?:defen[cs]e and )?security sector|(?:strengthen|reform|support)[a-z]*[^;,]{0,30}security and (?:judicial|justice) institutions|(?:governance and )?security reforms|(?:defen[cs]e and )?security[- ]sector(?:s)? (?:reform|transform|govern|develop|assist|and)|vetting procedures|naval forces|coast guards?|armed forces and security|security (?:and justice )?sector reform|\\bssr\\b|(?:reform|restructur|integrat|professionali[sz]|unif|vet|train|rebuild|build|establish|formation|generat|mentor|capacit|transform)[a-z]*[^;,]{0,40}(?:armed forces|\\barmy\\b|defen[cs]e (?:and security )?forces|security forces|security (?:services|institutions)|military forces|national forces|integrated units|rapid reaction force)|(?:armed forces|army|security forces|defen[cs]e forces|fardc|security institutions)[a-z ,]{0,50}(?:reform|restructur|training|professional|vetting|vetted|capacit|submit)|national security (?:architecture|policy|strategy|council)|vetting of (?:defen[cs]e|security|military)|civilian control|security transition|somali(?:a)? transition plan|stp\\b|unified (?:forces|command)|transfer of security|defen[cs]e (?:reform|sector)|security responsibilit',
    'non-united nations|for safety and security|sanctions|sufficient progress|deliver(?:y|ies)|supplied|redeploy|ineligible|humanitarian personnel',
  ),
  rule(
    'BorderControl',
    0.88,
    'border (?:control|security|management|monitoring|crossing|post|guard|police|verification|surveillance)|(?:control|secure|security|monitor|polic)[a-z]*[^;,]{0,40}\\bborders?\\b|customs (?:control|post|author)|cross-border (?:movement|traffick|crime)|maritime (?:domain|flows|security|border)|immigration posts',
    'gaza|humanitarian|joint border verification|across the eastern border',
  ),
  rule(
    'Demining',
    0.93,
    '\\bdemining|de-mining|\\bmines?\\b(?! sector|ral)|landmine|mine (?:action|clearance|risk)|explosive (?:ordnance|remnants|hazard|threat)|unexploded|\\bc-?ied|counter-?ied|improvised explosive device',
    'gold|coltan|mine(?:rs|rals)|components|manufacture|annex|precursor|supply, sale',
  ),
  rule(
    'ControlSALW',
    0.9,
    'small arms|light weapons|weapons? and ammunition(?:s)? management|(?:weapons?|ammunition|arms|stockpile)s? (?:collection|storage|stockpile|destruction|management|control|registration|tracing|marking|disposal)|(?:collect|destr|seiz|dispos|stor|mark|regist|trac|secur|safeguard)[a-z]*[^;,]{0,50}(?:weapons|arms\\b|ammunition|military equipment|munitions)|illicit (?:flow|traffick|transfer|trade|circulation|accumulation)[a-z]*[^;,]{0,30}(?:weapons|arms)|surplus weapons|stockpile management',
    'mass destruction|nuclear|chemical weapons|biological|ballistic|embargo|charcoal',
    'embargo',
  ),
  rule(
    'ArmsEmbargo',
    0.93,
    '(?:suppl[a-z]+|s(?:ale|ell|old)|transfer|provid)[a-z]*[^;]{0,200}\\b(?:of )?arms and related mat[eé]riel|arms and related mat[eé]riel of all types|(?:arms|weapons|equipment|items)(?: and [a-z ]+)? (?:sold|supplied|delivered)|refrain[^;]{0,40}military assistance|(?:alleged )?arms flows|cross-border flows of[a-z ,]{0,30}arms|arms[- ]embargo|embargo on (?:arms|weapons|the (?:sale|supply|delivery))|(?:supply|sale|transfer|provision|delivery|deliveries|supplies|shipment|export)[a-z, ]{0,40}(?: of)? (?:any )?(?:arms|weapons|ammunition|military (?:equipment|materiel|vehicles|supplies)|armaments|all types of weapons|items)|(?:arms|weapons)(?:,| and) (?:and )?(?:related )?(?:mat[eé]riel|ammunition)[^;]{0,80}(?:embargo|measures|prohibit|prevent)|military (?:training|assistance)[^;]{0,40}(?:prohibit|embargo)|technical (?:training|assistance)[^;,]{0,60}(?:items|arms|weapons|military activities)|measures (?:on arms|imposed by paragraph[^;]{0,40}arms)|violat[a-z]+ (?:of )?(?:the )?arms|supplies of weapons',
    'nuclear|ballistic|humanitarian|charcoal|destroy|stor(?:age|ed)',
  ),
  rule(
    'Demilitarization',
    0.9,
    'demilitari[sz]|buffer zone|separation of (?:the )?forces|zone of separation|withdraw(?:al|ing)?[^;,]{0,50}(?:forces|troops|military|armed (?:forces|units|elements)|armed groups|personnel)[^;,]{0,40}|disengagement (?:of forces|zone|line|observer|agreement)|weapons?-free|status quo (?:ante)?|temporary security zone|area of separation|redeployment of (?:all )?(?:their |its )?(?:[a-z]+ )?forces|redeploy(?:ment|ing)?[^;,]{0,40}(?:forces|troops)[^;,]{0,30}(?:from|line|accord)|withdrawal of armed positions|free of (?:any )?armed',
    'prisons|withdrawal (?:of|from) (?:unama|uno|the mission|monus|minus|its)|drawdown|responsible|from south africa|progressive redeployment|gradual|exit|united nations personnel',
  ),
  rule(
    'Ceasefire',
    0.93,
    'cease-? ?fire|cease (?:all |immediately all )?hostilities|cessation of (?:all )?(?:hostilities|military|armed|fighting|violence)|\\btruce\\b|armistice|end (?:all |the )?(?:hostilities|fighting)|halt (?:all )?(?:military|hostilities|fighting)|direct military contacts|stop (?:the )?fighting|cease all (?:hostilities|military|armed)',
  ),
  rule(
    'PeaceProcess',
    0.85,
    "peace (?:process|agreement|accord|talks|negotiation|settlement|plan|dialogue|effort|initiative|deal)|(?:political|negotiated|peaceful|comprehensive|lasting|just|mutually acceptable|enduring)(?: and [a-z]+)?,? (?:[a-z]+ ){0,2}(?:settlement|solution|process|dialogue|resolution of (?:the )?conflict)|durable settlement|good offices|mediation|mediat(?:e|or|ing)\\b|negotiat(?:e|ions)\\b|political (?:agreement|transition|road ?map|track)|(?:inclusive|national|direct|constructive|peaceful|inter-[a-z]+|credible) dialogue|dialogue (?:between|among|with (?:the )?(?:government|armed|opposition|parties)|and (?:reconcil|compromise|negotiat|consult))|through dialogue|(?:implement|fulfil|honou?r|commit|abide|respect|accept)[a-z]*(?: of| to| by)?(?: (?:fully|the|its|their|all|both|provisions of|relevant|commitments (?:under|undertaken (?:in|under)) the|in full|and regional|national|obligations under the))* (?:[a-z0-9'-]+ ){0,8}(?:agreements?|accords?|road ?map|psc framework|settlement)\\b|implement[a-z]* (?:its|their) commitments|confidence[- ]building measures|(?:just|lasting|durable|comprehensive)[a-z, ]{0,40}peace\\b|settle (?:their|the) (?:dispute|difference)|transition(?:al)? process|resum[a-z]* (?:of )?(?:the )?(?:talks|dialogue|negotiations)|direct talks|these talks|(?:nairobi|luanda|geneva|doha|jeddah|abuja) (?:process|talks)|final agreement|consultations with the parties|peacebuilding (?:plan|priorities)|decoloni[sz]ation",
    'status[- ]of[- ](?:forces|mission)|sanctions|non-proliferation|safeguards agreement|listing|trust fund|threaten|undermin|obstruct|risk to|pose a|good offices, advice|good offices and (?:strategic|technical)|durable solutions|trade|host country agreement|action plan|updates[^;]{0,40}good offices|wom[ae]n|youth|children|parties to the|poverty|united nations peacebuilding|local (?:mediat|conflict|dialogue)|inter-?communal|mediation efforts at local|information|reconciliation process|accordance with (?:the|its|their)|consistent with|as described|in the context of|settlements? of (?:contracts|claims)|security checkpoints|cease-?fire|sufficient progress|ssr|reform implement|provided for by|called for in|as stipulated in',
  ),
  rule(
    'NationalReconciliation',
    0.9,
    'reconciliation|national (?:dialogue|unity|cohesion|consensus|conference)|inclusive (?:national|political) (?:dialogue|process)|inter-?(?:congolese|somali|malian|ivorian|libyan|burundian|afghan|yemeni) dialogue|social cohesion',
    'truth|local reconciliation|government of national unity|territorial integrity|sovereignty|spirit of national unity|international conference',
  ),
  rule(
    'LocalReconciliation',
    0.88,
    '(?:inter-?|intra-?)(?:communal|community|ethnic|clan)|local (?:conflict|mediation|reconciliation|peace|dialogue|dispute|grievance)|community (?:dialogue|reconciliation|cohesion|mediation)|(?:local|regional) and national level|people-to-people|between (?:the )?communities|among communities|grassroots|local(?: and national)? peacebuilding|bicommunal|intercommunal|transhumance|herders',
    'violence fuelled',
  ),
  rule(
    'PowerSharing',
    0.9,
    'power[- ]sharing|wealth[- ]sharing|(?:form|establish|creat)[a-z]*[^;,]{0,30}(?:government of national unity|unity government)|transitional government of|federal system|federali[sz]ation|devolution',
    'calls on the (?:interim )?government of national unity|urges the government of national unity',
  ),
  rule(
    'DemocraticInstitutions',
    0.86,
    '\\bdemocra(?:cy|tic|ti[sz]ation)\\b|constitution(?:al)?(?:[- ]making| review| process| reform| order)?\\b|parliament|national assembly|good governance|inclusive governance|legislature|governance (?:reform|institution)|political (?:participation|inclus|pluralism)|civic (?:space|education)|decentrali[sz]ation',
    'democratic policing|democratic republic|democratic people|presid|constitutes|democratic union|democratic liberation|democratic forces|constitutional (?:court)|accordance with the (?:[a-z]+ )?constitution|constitution of the|constitution and the electoral|allied democratic',
  ),
  rule(
    'ElectionAssistance',
    0.92,
    '\\belect(?:ion|ions|oral)\\b|referend|plebiscite|\\bvot(?:ing|ers? regist)|popular consultation|ballot',
    'election of|committee on elections|conducive to|electoral law|prior to|electoral, judicial|reform and other electoral|peacebuilding and elections|consensus around|obstruct|undermin|in the context of|post-?election|electoral law[^s]{0,4}$|threaten',
  ),
  rule(
    'ElectoralSecurity',
    0.9,
    '(?:security|secure|safe|peaceful)[^;,]{0,50}(?:elections?|electoral|polling|referendum)|(?:elections?|electoral|polling|referendum)[^;,]{0,30}(?:security)|violence[^;,]{0,30}electoral',
    'security council|security situation permits',
  ),
  rule('VoterEducation', 0.9, '(?:voter|civic|electoral) education|voter (?:information|awareness)'),
  rule(
    'PartyAssistance',
    0.85,
    '(?:support|assist|strengthen|train)[a-z]*[^;,]{0,40}political parties|political parties[^;,]{0,30}(?:capacit|strengthen)',
  ),
  rule(
    'CivilSocietyAssistance',
    0.86,
    "(?:support|assist|strengthen|empower|capacit|engag|involv|participat|enabl)[a-z]*[^;,]{0,60}(?:civil society|non-?governmental organi[sz]ations|women's (?:organi[sz]ations|groups|networks|civil))|civil society[^;,]{0,40}(?:participat|engage|capacit|network|empower)",
    'consult|encourages civil|urges civil|liaison with|with (?:the )?(?:support|involvement) of|together with',
  ),
  rule(
    'Media',
    0.88,
    'public information|strategic communication|\\bmedia\\b|radio|broadcast|communication(?:s)? (?:strategy|campaign|effort)|disinformation|misinformation|information (?:campaign|manipulation|integrity)|public messages|press freedom|freedom of the press|public outreach|awareness (?:of|about) (?:its|the) (?:mandate|mission|role)|understanding of the peace process',
    'via the media|through appropriate media|publicly available|press release',
  ),
  rule(
    'StateAuthority',
    0.92,
    "(?:extend|extension|restor|consolidat|establish|expan|re-?establish|strengthen|return|deploy|redeploy|presence)[a-z]*[^;,]{0,60}(?:state|government(?:'s)?|national|central) (?:authority|presence|control)|state authority|authority of the (?:state|government)|effective authority|(?:progressive )?redeployment[^;,]{0,60}(?:armed forces|security forces|authorities|administration)|authority (?:over|throughout) (?:its|all|the)",
    'threat (?:posed )?(?:by armed groups )?(?:to|on) state authority|threatening state|under the (?:full )?authority|border|their side|line of',
  ),
  rule(
    'StateAdministration',
    0.86,
    "(?:civil|public|territorial|local|state|government) administration|public (?:service|sector|finance|institution)s?|(?:basic|essential)(?: (?:civil|social|public))?(?: and social)? services|vital services|government services|(?:state|national|government(?:al)?) institutions|corruption|public financial|institution-? ?building|capacity of (?:the )?(?:state|government|national|local)|civil service|financial management|local (?:governance|authorities' capac)",
    'reconstruction of|serious misconduct|found to have|deployment of|interim state administration|institutions for disarm|government and security institutions',
  ),
  rule(
    'EconomicDevelopment',
    0.86,
    '(?:economic|socio-? ?economic|sustainable|long-term|national economic)(?: and social| and economic)? (?:develop|recover|reconstruct|reform|growth|rehabilitat|opportunit)[a-z]*|(?:economic|social) and (?:economic|social) (?:develop|recover|reform)[a-z]*|reconstruction(?! process)|livelihoods?|poverty reduction|(?:reduc|eradicat)[a-z]* (?:further )?(?:of )?poverty|development (?:assistance|programmes|projects|aid)|development (?:and|of) (?:the )?(?:economy|prosper)|early recovery|recovery and resilience|job creation|youth employment|long-term investment|economic (?:assistance|recovery|stabili[sz]ation)|planned development|peacebuilding fund|infrastructure (?:development|project|rehabil)',
    'humanitarian appeal|rehabilitation (?:and|,) reintegration|trust fund|police|listed|funds, other|development (?:actors|partners|goals|system|cooperation framework)|women|initiatives directed|united nations sustainable',
  ),
  rule(
    'Resources',
    0.9,
    'natural resources?|\\bminerals?\\b|\\bmining\\b|diamond|\\btimber\\b|charcoal|\\bgold\\b|wildlife|\\boil\\b(?! platform)|petroleum|kimberley|conflict minerals|management of (?:[a-z ]{0,20})?resources|illegal exploitation|poaching|forests?',
    'existing resources|human resources|humanitarian',
  ),
  rule(
    'LegalReform',
    0.86,
    '(?:adopt|enact|review|reform|implement|develop|revis|amend|establish|strengthen|pass|promulgat)[a-z]*[^;,]{0,50}(?:legislation|laws?\\b|legal framework|legislative|penal code|criminal offences?|regulations)|legal (?:reform|framework)|legislative (?:reform|measure|framework)|national laws',
    'international (?:humanitarian |human rights )?law|customary|rule of law|law enforcement|laws of war|procedure|in accordance with|accordance with|fees|consistent with (?:their )?(?:national|domestic)',
  ),
  rule(
    'UNPersonnelProtection',
    0.93,
    "(?:protect|safety|secur)[a-z]*[^;]{0,70}(?:united nations|un|associated|mission|unmiss|humanitarian|peacekeeping|monus?co|minus[a-z]+|unamid|unifil|undof|unficyp|unmis|un[a-z]+)(?:'s)?(?: and [a-z -]+?)? (?:personnel|staff|facilities|premises|installations|forces|peacekeepers|troops|equipment|observers)|freedom of movement (?:of|for) (?:united|un|the mission|its|mi|mo|all|bi)|(?:safety|secur|protect)[a-z]*[^;]{0,40}(?:its|their) (?:own )?(?:personnel|facilities)|(?:unhindered|free)[a-z ,-]{0,40} movement[^;]{0,90}personnel|in defence of (?:the )?(?:mission|force|eufor|nato|un)|resupply|(?:attacks?|acts? of violence|violence|threats)[^;]{0,50}(?:on|against) (?:[a-z ]{0,30})?(?:peacekeepers|united nations|un personnel|the mission|unifil|minus|monus|personnel of)|freedom of movement|unhindered[a-z ]{0,24}(?:movement|access)[a-z ,]{0,20}(?:for|of|to) (?:the )?(?:united nations|mission|un[a-z]+|minus|monus)[a-z]*|security (?:and safety )?of (?:[a-z ]{0,20})?(?:peacekeepers|personnel)|personnel,? (?:by )?ensuring their safety|peacekeepers|safety and security facilities",
    'sexual exploitation|humanitarian personnel and human rights|right (?:of [a-z ]+)?to freedom of movement|displaced persons, including|diplomatic|conduct involving|bilateral|repatriat|performance|women peacekeepers|contributing countries to|movement and free|asset|customs|members? of the panel|flak|exported|contractors',
  ),
  rule(
    'OperationsUseOfForce',
    0.92,
    'all (?:the )?(?:necessary|appropriate) (?:means|measures)|all means necessary|use (?:of )?(?:[a-z]+ )?force\\b|offensive operations|neutrali[sz]|necessary action|(?:robust|forceful) (?:posture|action|manner)|intervention brigade|force intervention|intimidat[a-z]+ (?:armed)|(?:joint|military|combat|robust) (?:and [a-z]+ )?operations? (?:against|to (?:neutrali|combat|reduce))|operations against',
    'refrain from|threat or use of force|disproportionate|excessive use|non-use of force|all necessary measures to (?:ensure (?:full|appropriate|the safety)|prevent (?:the (?:direct|sale)|the supply|the entry)|facilitate|achieve|comply|secure (?:unisfa|un)|implement this)|all appropriate measures to (?:ensure|protect|combat)|self-defen[cs]e and defen[cs]e|performance|responsibilities from|rules of engagement|exit strategy',
    'sexual exploitation|bulletin',
  ),
  rule(
    'OperationsPatrolsInterventions',
    0.88,
    '\\bpatrol(?:s|ling|led)?\\b|(?:mobile|robust|flexible|agile|proactive)[a-z, ]{0,40}(?:posture|deployment|presence)|joint operations|(?:active|forward|preventive|temporary|physical|rapid) (?:presence|deployment|base|operating)|operating bases|escorts?\\b|checkpoints|quick[- ]reaction',
    'undeclared caveats|declining|performance|rapid deployment level|illegal checkpoints|dismantl',
  ),
];

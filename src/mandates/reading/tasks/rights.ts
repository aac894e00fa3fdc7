/** Rights, and justice for who was wronged. */
import { rules, type TaskRule } from './rule.ts';

export const RIGHTS: readonly TaskRule[] = [
  ...rules('HumanRights', 0.9, [
    {
      kind: 'watched',
      pattern:
        '(?:monitor|investigat|document|observ|verif|assess|collect|report)[a-z]*[^;]{0,80}(?:(?:human rights|humanitarian law|humanitarian and human rights)|violations and abuses|abuses and violations)',
      unless: 'counter-terror|obstruct|accountability for',
    },
    {
      kind: 'respected',
      pattern:
        '(?:promot|protect|respect|uphold|strengthen|advanc|defend|ensur|guarantee|fulfil|improv|safeguard|compl[yi]|abid|adher|observ)[a-z]*[^;,]{0,60}(?:human rights|humanitarian law|fundamental freedoms|geneva conventions?)|(?:compl[yi]|abid|respect|fulfil)[a-z]*[^;]{0,40}(?:obligations|law|rights)[^;]{0,100}(?:human rights|humanitarian law|geneva|civilian population|women and girls)',
      unless:
        'counter-terror|terroris|charter of the united nations and international law|protection of civilians from|accountab|reputable|perpetrat|participated|forces that respect|without prejudice|where local|prosecut|while (?:respect|comply|fully respect)',
    },
    {
      kind: 'due diligence',
      pattern: 'human rights[a-z -]{0,3} due diligence|hrddp|due diligence policy',
    },
    {
      kind: 'support to forces',
      weak: true,
      pattern:
        'support (?:provided )?(?:to|for) [^;]{0,60}(?:security|armed|defence) forces[^;]{0,40}(?:#{20}|strict|due diligence)',
    },
    {
      kind: 'violations to end',
      pattern:
        '(?:prevent|end|ending|cease|cessation|halt|refrain|stop|desist|address|deter|eliminat|combat)[a-z]*[^;]{0,100}(?:human rights|humanitarian law|violations and abuses|executions|repressi(?:on|ve)|ethnic cleansing|discrimination|torture)|incit(?:e|ing|ement)[a-z ,]{0,30}(?:violence|hatred|discrimination|rhetoric)|hate speech|ethnic cleansing|inflammatory',
      unless:
        'terroris|accountab|those responsible|impunity (?:for|of)|piracy|without (?:any )?discrimination|secretary-general to (?:continue to )?refer',
    },
    {
      kind: 'freedoms',
      pattern:
        'freedoms? of (?:opinion|expression|speech|assembly|peaceful|association|the press|religio|worship|conscience|thought)|peaceful assembly|fundamental freedoms|civi[lc] (?:and political )?(?:liberties|rights)|journalists|human rights defenders|restrictions on [^;,]{0,20}media|minorit(?:y|ies)|right to (?:life|vote|property|equal)|victimi[sz]ation',
      unless: 'to include|protection of civilians',
    },
    {
      kind: 'prisoners',
      pattern:
        '(?:releas|exchang|liberat)[a-z]*[^;]{0,60}(?:prisoners?|detainees?|detained|hostages?|abduct|protesters|arrested|kidnapped)|(?:arbitrar|unlawful|illegal)[a-z]* (?:or arbitrary )?(?:arrest|detention|detain|imprison)|(?:political|military) prisoners|prisoners of war|enforced disappearance|disappeared|missing (?:persons|people|in)|(?:reported|gone) missing|remains of|burial|graves|commut(?:e|ation)|death sentences?',
      unless: 'pirates|piracy|seafarers|terroris|secretary-general to include',
    },
    {
      kind: 'institutions and training',
      pattern:
        'human[- ]rights (?:monitor|observ|officer|presence|mechanism|institution|commission|compon|promotion|protection|advis|training|education|capacit|compliance|situation|section|division|office)|(?:train|educat|awareness|capacity|disseminat|advice|expertise|fields? of|areas? of)[a-z -]*[^;]{0,90}(?:human rights|humanitarian law)|joint human rights office|unjhro|human rights dimension',
      unless: 'review|benchmark',
    },
  ]),
  ...rules('ChildRights', 0.92, [
    {
      pattern: "\\bchild(?:ren)?(?:'s)?\\b|\\bschools?\\b|schoolchildren|\\bgirls and boys\\b|minors",
      unless:
        'women, (?:youth|men)|widows|(?:especially|particularly|in particular) women|including women and children|widows|women, children',
    },
  ]),
  ...rules('SexualViolence', 0.92, [
    {
      pattern:
        'sexual(?:ly)?(?: and| or)?(?: gender-? ?based)?(?:,)? (?:and gender-based )?(?:violence|slavery|abuse in conflict)|\\bsgbv\\b|\\bcrsv\\b|gender-?based violence|\\brape\\b|women protection advis',
      unless: 'sexual exploitation',
    },
  ]),
  ...rules('Gender', 0.9, [
    {
      pattern:
        "\\bgender\\b(?!-?based|-?sensitive|-?responsive| and sexual violence)|women(?:'s)?\\b(?![a-z ]{0,6}protection advis)",
      unless:
        'special protection|killing of women|women and children(?! protection)|women, children|particularly women|especially women|including women and (?:girls|children)|violence against women|women and girls (?:living|who)|elderly|gender-based|including women(?:,| and) (?:youth|famil|religious|minorit|all)|women, (?:youth|families|religious)|civil society[^;]{0,20}including women|and women combatants|women peacekeepers|(?:civil society|organi[sz]ations), including women',
    },
  ]),
  ...rules('TransitionalJustice', 0.9, [
    {
      pattern:
        '(?:bring|brought|bringing)[^;,]{0,60} to (?:swift )?justice|(?:hold|held|holding)[^;,]{0,90} (?:accountable|to account)|accountab(?:le|ility)[^;,.]{0,80}(?:violation|abuse|crime|atrocit|attack|perpetrat|responsible)|(?:those|persons|all) responsible[^;]{0,120}accountab|ensur[a-z]*(?: full)? accountability(?: for)?|impunity|transitional justice|international criminal court|\\bicc\\b|(?:prosecut|apprehen|arrest)[a-z]*[^;,]{0,80}(?:war crimes|crimes against humanity|genocide|perpetrators?|those responsible|violations|killings|abuses|alleged)|investigat[a-z]*[^;,]{0,80}(?:war crimes|crimes against humanity|genocide|perpetrators?|those responsible|killings|disproportionate)|investigate and prosecute|prosecut(?:e|ion|ed|ing)\\b|truth[a-z ,-]{0,20}(?:commission|reconciliation)|reparations? (?:for|to) (?:victims|survivors)|special criminal court|hybrid court|(?:criminal|special) tribunal|commission of inquiry|individually responsible|special jurisdiction|sentences? (?:issued|imposed|referred)|terms of their sentences',
      unless:
        'terroris|piracy|pirates|sexual exploitation|financial transaction|inspection team|performance|investment|cease-?fire',
      notIn: 'sexual exploitation|misconduct|trafficking in persons|terroris|piracy|conduct involving',
    },
  ]),
];

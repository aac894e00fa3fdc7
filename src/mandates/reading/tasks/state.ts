/** The State’s reach, its courts and what it lives on. */
import { rules, type TaskRule } from './rule.ts';

export const STATE: readonly TaskRule[] = [
  ...rules('StateAuthority', 0.92, [
    {
      pattern:
        "(?:extend|extension|restor|consolidat|establish|expan|re-?establish|strengthen|return|deploy|redeploy|presence)[a-z]*[^;,]{0,60}(?:state|government(?:'s)?|national|central) (?:authority|presence|control)|state authority|authority of the (?:state|government)|effective authority|(?:progressive )?redeployment[^;,]{0,60}(?:armed forces|security forces|authorities|administration)|authority (?:over|throughout) (?:its|all|the)",
      unless:
        'threat (?:posed )?(?:by armed groups )?(?:to|on) state authority|threatening state|under the (?:full )?authority|border|their side|line of',
    },
  ]),
  ...rules('StateAdministration', 0.86, [
    {
      pattern:
        "(?:civil|public|territorial|local|state|government) administration|public (?:service|sector|finance|institution)s?|(?:basic|essential)(?: (?:civil|social|public))?(?: and social)? services|vital services|government services|(?:state|national|government(?:al)?) institutions|corruption|public financial|institution-? ?building|capacity of (?:the )?(?:state|government|national|local)|civil service|financial management|local (?:governance|authorities' capac)",
      unless:
        'reconstruction of|serious misconduct|found to have|deployment of|interim state administration|institutions for disarm|government and security institutions',
    },
  ]),
  ...rules('JusticeSectorReform', 0.9, [
    {
      pattern:
        '\\bjudiciary\\b|judicial (?:and [a-z]+ )?(?:system|institution|sector|reform|author|capacit|independence)|justice (?:and [a-z]+ )?(?:sector|system|institution|reform|mechanism|support|model|component|chain)|rule of law|courts?(?: system|room)|criminal justice|administration of justice|access to justice|\\bjustice (?:system|,? police)',
      unless:
        'managed by|referred to judicial|transitional justice|human rights and rule of law issues|governance, and the rule|police, territorial|absorb|observing the rule of law|respect for the rule of law|contribut[a-z]* to the rule',
    },
  ]),
  ...rules('PrisonReform', 0.92, [
    {
      pattern:
        '\\bprisons?\\b|penitentiar|correction(?:s|al)\\b|detention (?:cent|facilit|condition|system)|places of detention',
      unless: 'unlawful|access for|access to all',
    },
  ]),
  ...rules('LegalReform', 0.86, [
    {
      pattern:
        '(?:adopt|enact|review|reform|implement|develop|revis|amend|establish|strengthen|pass|promulgat)[a-z]*[^;,]{0,50}(?:legislation|laws?\\b|legal framework|legislative|penal code|criminal offences?|regulations)|legal (?:reform|framework)|legislative (?:reform|measure|framework)|national laws',
      unless:
        'international (?:humanitarian |human rights )?law|customary|rule of law|law enforcement|laws of war|procedure|in accordance with|accordance with|fees|consistent with (?:their )?(?:national|domestic)',
    },
  ]),
  ...rules('EconomicDevelopment', 0.86, [
    {
      pattern:
        '(?:economic|socio-? ?economic|sustainable|long-term|national economic)(?: and social| and economic)? (?:develop|recover|reconstruct|reform|growth|rehabilitat|opportunit)[a-z]*|(?:economic|social) and (?:economic|social) (?:develop|recover|reform)[a-z]*|reconstruction(?! process)|livelihoods?|poverty reduction|(?:reduc|eradicat)[a-z]* (?:further )?(?:of )?poverty|development (?:assistance|programmes|projects|aid)|development (?:and|of) (?:the )?(?:economy|prosper)|early recovery|recovery and resilience|job creation|youth employment|long-term investment|economic (?:assistance|recovery|stabili[sz]ation)|planned development|peacebuilding fund|infrastructure (?:development|project|rehabil)',
      unless:
        'humanitarian appeal|rehabilitation (?:and|,) reintegration|trust fund|police|listed|funds, other|development (?:actors|partners|goals|system|cooperation framework)|women|initiatives directed|united nations sustainable',
    },
  ]),
  ...rules('Resources', 0.9, [
    {
      pattern:
        'natural resources?|\\bminerals?\\b|\\bmining\\b|diamond|\\btimber\\b|charcoal|\\bgold\\b|wildlife|\\boil\\b(?! platform)|petroleum|kimberley|conflict minerals|management of (?:[a-z ]{0,20})?resources|illegal exploitation|poaching|forests?',
      unless: 'existing resources|human resources|humanitarian',
    },
  ]),
];

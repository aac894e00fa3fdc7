/** Relief, refugees, health. */
import { rules, type TaskRule } from './rule.ts';

export const RELIEF: readonly TaskRule[] = [
  ...rules('HumanitarianRelief', 0.92, [
    {
      pattern:
        'humanitarian (?:and [a-z]+ )?(?:assistance|aid|relief|access|supplies|actors?|workers?|personnel|operations?|agenc|organi[sz]ation|response|needs|appeal|convoys?|activities|efforts|space|deliver|goods|corridor|pause|programme|notification|exempt)|(?:relief|medical|food|emergency) (?:supplies|assistance|aid|personnel|goods|consignments)|unhindered (?:[a-z, ]{0,40})?access|access (?:of|for|by) (?:[a-z ]{0,20})?(?:humanitarian|relief)|food (?:rations|insecurity|programmes?)|delivery of (?:[a-z ]{0,20})?(?:assistance|aid|relief)|humanitarian(?:s| situation)|\\brelief\\b|alleviate (?:human )?suffering',
      unless:
        'collaboration with|panel of experts|and humanitarian workers to|inspection|access for (?:monus|minus|un|the joint)|joint human rights|assistance package|human rights defenders|documents|panel deems|civilians, humanitarians|or the political process|united nations and associated|flak|exported|supplies of',
    },
  ]),
  ...rules('RefugeeAssistance', 0.9, [
    {
      pattern:
        '\\brefugees?\\b|displaced (?:persons?|people|population)|\\bidps?\\b|returnees|(?:voluntary|safe|dignified)[a-z, ]{0,30} return|return of (?:[a-z ]{0,30})?(?:displaced|refugees|inhabitants|persons|families)|internal(?:ly)? displace|durable solutions',
      unless: 'camps, humanitarian personnel|refugee law|found in|gathered in|sites for',
    },
  ]),
  ...rules('PublicHealth', 0.88, [
    {
      pattern:
        '\\bhiv\\b|\\baids\\b|\\bebola\\b|covid|pandemic|vaccin|epidemic|cholera|public health|health (?:care|services|system|facilities|infrastructure|worker)|disease outbreak|infectious disease',
      unless: 'sexual and reproductive|survivors|safety, security and health|casualty|personnel|common threat',
    },
  ]),
];

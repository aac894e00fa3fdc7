/** Whom a clause addresses: the words between its verb and what is asked. */
import type { MandateAddressee } from '../../vocabulary/codes.ts';
import { COUNTRY } from './countries.ts';

const WHO: readonly [MandateAddressee, RegExp][] = [
  ['secretary_general', /\b(?:the |his )?secretary-general\b/],
  [
    'special_representative',
    /special (?:representative|envoy|adviser|coordinator)|personal (?:envoy|representative)|\bsrsg\b|mediator\b|high representative/,
  ],
  [
    'committee',
    /\bthe committees?\b|security council committee|committee established|working group|ombudsperson|focal point\b/,
  ],
  [
    'experts',
    /panel of experts|group of experts|monitoring (?:team|group)|\bthe panel\b|commission of inquiry|investigative team/,
  ],
  ['contributing_countries', /(?:troop|police|personnel|contingent)s?[- ,a-z]{0,24}contribut|\bt\/?pccs?\b/],
  [
    'armed_groups',
    /armed (?:groups?|movements|elements)|\bm23\b|\bfdlr\b|\badf\b|\blra\b|al-shabaab|militias?|rebel|taliban|houthi|\bisil\b|\bunita\b|khmer rouge|gangs|signatory groups|non-state/,
  ],
  [
    'parties',
    /\b(?:the|all|both|other|those|concerned|these|warring|two)?(?: \w+){0,2} ?(?:parties|sides|factions|belligerents|communities|movements|stakeholders|actors|leaders)\b/,
  ],
  [
    'neighbouring_states',
    /neighbouring (?:states|countries)|states (?:of|in) the region|countries (?:of|in) the (?:region|sub)|regional states|signatory states/,
  ],
  ['all_states', /\b(?:all|member|other|relevant|concerned|those|any|these)? ?(?:member )?states\b|governments\b/],
  ['donors', /donors?\b|international (?:community|partners|financial)|world bank|bilateral|partners\b/],
  [
    'regional_organizations',
    /african union\b(?! mission)|\bau\b|\becowas\b|\bsadc\b|\bicglr\b|\bigad\b|european union\b|\beccas\b|regional (?:and (?:sub-?regional|international) )?organi[sz]ations?|\bosce\b|arab league|league of arab|organi[sz]ation of (?:african|american)|\bnato\b/,
  ],
  [
    'un_system',
    /united nations (?:system|agencies|entities|country team|funds|bodies|departments|operations|offices)|\bunct\b|specialized agencies|\bundp\b|\bunhcr\b|\bunicef\b|\bohchr\b|\bunodc\b|relief coordinator|humanitarian (?:agencies|organi[sz]ations)|the united nations\b/,
  ],
  [
    'host_state',
    /\bgovernments? of|\bauthorit(?:y|ies)\b|\bministr(?:y|ies) of\b|\bgovernment\b|transitional (?:government|council)|national (?:government|authorities|transitional council)|\b(?:fgs|fms|gfrs|rtgonu)\b/,
  ],
];
const REGIONAL_FORCES =
  /\b(?:amisom|atmis|aussom|amis|misca|afisma|samidrc|ecomog|ecomib|eufor|ifor|sfor|isaf|kfor|micema|fc-g5s|unified command|unitaf|msf|gang suppression force|multinational (?:force|security support))\b/;
const COUNCIL =
  /^ ?(?:to remain|to keep|to continue (?:its|the) consideration|to review|to consider|to meet|to establish, in accordance with rule 28|to act|to revert|its (?:intention|readiness|determination|commitment|consideration))/;

/**
 * @param after the words behind the verb, small letters @param verb the verb
 * @param missions acronyms and names of the text's missions, in small letters
 */
export function addresseesOf(after: string, verb: string, missions: RegExp | null): MandateAddressee[] {
  if (COUNCIL.test(after)) return ['council'];
  const words = subjectOf(after, verb);
  // The country or organization in a mission's name is not addressed.
  if (verb === 'decides' && !/^ (?:further |also )?that /.test(after) && missions?.test(words)) return ['mission'];
  const found: { who: MandateAddressee; at: number }[] = [];
  const take = (who: MandateAddressee, match: RegExpExecArray | null) => {
    if (!match || found.some((other) => other.who === who)) return;
    // "In cooperation with the Government", "the operations of MONUSCO": named, not addressed.
    const before = words.slice(0, match.index);
    if (!BESIDE.test(before) || (who === 'mission' && ITS_MANDATE.test(before))) found.push({ who, at: match.index });
  };
  take('mission', missions?.exec(words) ?? null);
  take(
    'mission',
    /\b(?:the (?:mission|force|operation|verification mission)|(?:force )?intervention brigade)\b(?!'s)/.exec(words),
  );
  take('regional_force', REGIONAL_FORCES.exec(words));
  for (const [who, pattern] of WHO) take(who, pattern.exec(words));
  if (found.length === 0) take('host_state', COUNTRY.exec(words));
  found.sort((a, b) => a.at - b.at);
  const all = found.map(({ who }) => who);
  return all.length > 0 ? all : DIRECT.has(verb) ? ['other'] : [];
}

const BESIDE =
  /\b(?:with|of|by|against|from|in|through|under|within|between|to)(?: (?:the|all|its|his|their|a|an|other|relevant))?(?: [a-z-]+){0,1} $/;
const ITS_MANDATE =
  /\b(?:mandate|tasks|functions|ceiling|strength|priorities|objectives|deployment|presence|components?|forces?|reconfigurations?) of (?:the )?$/;
const DIRECT = new Set([
  'requests',
  'urges',
  'calls',
  'demands',
  'encourages',
  'invites',
  'authorizes',
  'authorises',
  'directs',
  'instructs',
  'asks',
  'appeals',
]);

/** The words that can hold an addressee: up to what is asked. */
function subjectOf(after: string, verb: string): string {
  // "Reiterates its authorization to the Mission to …": who is behind the noun.
  const noun =
    /^ (?:again |once again |also |further )?(?:its|their) (?:[a-z]+ )?(?:authori[sz]ation|requests?|calls?|appeals?|invitation|demands?) (?=to|on|upon|that|of)(?:to |on |upon |of )?/.exec(
      after,
    );
  const near = noun ? ` ${after.slice(noun[0].length, noun[0].length + 320)}` : after.slice(0, 320);
  if (verb === 'decides' || verb === 'declares') {
    const shall =
      /^ (?:further |also )?that (.{0,200}?) (?:shall|should|may|must|will|is to|are to|is (?:hereby )?authori[sz]ed|are authori[sz]ed|is mandated|has|consist)\b/.exec(
        near,
      );
    if (shall?.[1]) return shall[1];
    const mandate =
      /\b(?:mandate|deployment|authori[sz]ation|stationing|establish|extend|renew|presence|ceiling|size|strength)\b.{0,90}/.exec(
        near,
      );
    return mandate ? mandate[0] : near.slice(0, 90);
  }
  const cut =
    /(?:(?<!\b(?:addition|contribut\w+|relation|regard|according|respect|response|access)) to (?!(?:the|their|this|that|which|all|a|an|its|those|peace|conflict)\b)| that (?=[a-z]+ (?:be|have)\b)|:| for (?:the )?(?:full|immediate|an?)\b|;)/.exec(
      near,
    );
  const words = cut && cut.index > 3 ? near.slice(0, cut.index) : near.slice(0, 110);
  // "Demands that all parties cease": who stands before the verb, and nobody behind it.
  return /^ (?:also |further )?that /.test(words) ? words.slice(0, 80) : words.slice(0, 240);
}

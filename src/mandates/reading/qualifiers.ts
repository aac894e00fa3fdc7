/** What widens, narrows, dates or conditions a task, with the words it rests on. */
import type { MandateQualifier } from '../../vocabulary/codes.ts';
import type { Qualifier } from '../contract.ts';
import { dayIn, MONTHS } from './days.ts';
import { eachMatch, type Plain, spanIn } from './plain.ts';

const DAY = `\\d{1,2} (?:${MONTHS.join('|')}) \\d{4}`;

/** Looked for in small letters; the first of several alternatives that stands there is the span. */
const PATTERNS: readonly [MandateQualifier, RegExp, triggers: RegExp][] = [
  [
    'all_necessary_means',
    /\b(?:all (?:the )?(?:necessary|appropriate|needed) (?:means|measures|action)|all means necessary|(?<=authori[sz][^;]{0,160})the necessary (?:action|means|measures)|use of force)\b(?! to (?:ensure (?:full )?compliance|achieve|prevent the|comply)| in accordance with the secretary)/g,
    /necessary|appropriate|force/,
  ],
  [
    'imminent_threat',
    /\bimminent (?:threat|danger)(?: of (?:physical )?violence)?|threat of imminent (?:physical )?violence|imminent(?:ly)? threatened/g,
    /imminent/,
  ],
  [
    'threat_of_violence',
    /\bunder (?:the )?threat of (?:physical )?violence|threat of (?:physical )?violence|threats? of (?:physical )?(?:violence|attack)/g,
    /threat/,
  ],
  [
    'within_capabilities',
    /\bwithin (?:the limits of )?(?:its|their|the mission's|existing|available|current|[a-z]+'s) (?:[a-z]+ (?:and )?){0,2}(?:capabilit(?:y|ies)|capacit(?:y|ies)|means|resources)|as it deems within its capabilities|where means allow|within (?:its|the|their) (?:limits|means)|within the limits of its (?:capacities|capabilities|mandate)/g,
    /within|means allow/,
  ],
  [
    'areas_of_deployment',
    /\b(?:in|within|throughout) (?:its|their|the|[a-z]+'s) (?:capabilities and )?areas? of (?:deployment|operations?|responsibility)(?: of its forces)?|areas of deployment(?: of its forces)?|capabilities and areas of deployment|in the areas around its bases/g,
    /areas? (?:of|around)/,
  ],
  [
    'primary_responsibility',
    /\b(?:without prejudice to |recogni[sz]ing |bearing in mind |reaffirming |stressing |given |respecting )?(?:the )?(?:primary )?responsibilit(?:y|ies)(?: and obligation)? of (?:the )?(?:[a-z]+ ){0,3}?(?:government|authorit|state|those authorities|national|host|parties)[a-z]*|primary responsibility|ultimate responsibility/g,
    /responsibilit/,
  ],
  [
    'irrespective_of_source',
    /\birrespective of (?:the |its |their )?(?:source|location|origin)[a-z ]{0,40}(?:such violence)?|from whatever (?:source|quarter)|regardless of (?:the |its )?source|emerging from any of the parties/g,
    /irrespective|whatever|regardless|emerging/,
  ],
  [
    'jointly_with_authorities',
    /\bjoint(?:ly)?(?: [a-z]+){0,2} (?:with|operations|planning|patrols|military|action)(?: [a-z]+){0,5}|alongside (?:the )?(?:[a-z]+ )?(?:forces|army|police)|(?:either )?unilaterally or jointly/g,
    /joint|alongside/,
  ],
  [
    'in_support_of_authorities',
    /\bin support of (?:the )?(?:efforts (?:of|by) (?:the )?)?(?:[a-z]+ ){0,3}?(?:authorit|government|national|state|host|transitional|armed forces)[a-z]*|(?:assist|support)(?:ing)? (?:and [a-z]+ )?(?:the )?(?:government|authorities|[a-z]+ authorities|transitional government|federal government)/g,
    /support|assist/,
  ],
  [
    'at_request',
    /\b(?:up)?on (?:the )?(?:[a-z]+ )?request|at (?:the|their) (?:explicit )?request(?: of)?|if (?:so )?requested|as requested by the (?:government|authorities)|with (?:the )?consent(?: of)?|subject to (?:the )?consent|consent of the (?:parties|government|host)|in (?:full |close )?(?:agreement|consultation) with (?:the )?(?:[a-z]+ )?(?:government|authorities|host)/g,
    /request|consent|agreement|consultation/,
  ],
  [
    'due_diligence',
    /\b(?:united nations )?human rights due diligence(?: policy)?|\bhrddp\b|due diligence/g,
    /due diligence|hrddp/,
  ],
  [
    'international_law',
    /\b(?:in (?:full |strict )?(?:accordance|compliance|conformity)|consistent|compliance) with (?:[a-z ,-]{0,50})?international (?:[a-z]+ )?(?:law|humanitarian|human rights)|in accordance with (?:[a-z ]{0,20})?international[a-z ]{0,30}law/g,
    /international/,
  ],
  [
    'basic_principles',
    /\b(?:basic|agreed|fundamental) principles of peacekeeping|prejudice to the (?:agreed )?(?:basic )?principles|consent of the parties, impartiality/g,
    /principles|impartiality/,
  ],
  ['last_resort', /\b(?:as a )?last resort/g, /last resort/],
  [
    'exceptional_basis',
    /\bon an exceptional basis|without creating a precedent|exceptional measure/g,
    /exceptional|precedent/,
  ],
  [
    'priority',
    /\b(?:must|shall|should|will)? ?be given priority|(?:strategic |core |main |top |highest )?priorit(?:y|ies)(?: tasks?)?|prioriti[sz]e|prioriti[sz]ing|prioriti[sz]ation/g,
    /priorit/,
  ],
  [
    'ends',
    /\b(?:shall|will) (?:cease|terminate|end|expire|withdraw|close)|to (?:terminate|withdraw|close) |transfer(?:ring)?[^;,]{0,40} tasks|terminat(?:e|ion of) (?:the )?mandate|drawdown|liquidat|(?:reduc(?:e|tion)|withdrawal|decrease)[a-z ]{0,30}(?:of|in|the) [a-z ]{0,30}(?:troop|personnel|ceiling|mission|mandate|monus|minus|un[a-z]+)|hand ?over (?:of )?(?:its|the|of)|wind(?:ing)? down|phase[d]? (?:out|withdrawal)|exit strategy|final (?:period|extension|time)/g,
    /cease|terminat|transfer|end\b|expire|withdraw|close|draw|liquidat|reduc|decrease|hand|wind|phase|exit|final/,
  ],
];

const FORCE =
  /\b(\d{1,3}(?:[ ,]\d{3})*|\d+) (?:united nations )?(?:military|troops|peacekeeping troops|peacekeepers|police|uniformed|civilian police|corrections|observers|formed police|personnel|individual police|soldiers|gendarmes|staff officers|customs)(?: [a-z]+){0,3}/g;
const PERIOD =
  'for (?:a|an) (?:(?:further|additional|initial|final|interim|new) )*period of (?:[a-z0-9-]+ ){0,2}(?:months?|years?|days?|weeks?)|for (?:a further )?(?:\\d+|one|two|three|four|six|nine|ten|twelve|eighteen) (?:months?|years?|days)';
/** "The authorized troop ceiling of 19,815". */
const CEILING = /\bceiling of (\d{1,3}(?:,\d{3})+|\d+)\b(?! (?:military|troops|police|personnel))/g;
const SUNSET = new RegExp(
  `\\b(?:(?:until|ending(?: on)?|up to|through|expir(?:e|es|ing) on|to) (${DAY})|(?:${PERIOD})(?:,? (?:that is,? )?until (${DAY}))?)`,
  'gi',
);
const DEADLINE = new RegExp(
  `\\b(?:by|no later than|not later than|before|within) (?:(?:the end of )?(${DAY})|(\\d{1,3}|thirty|sixty|ninety|one|two|three|four|six|fifteen|forty-five) (?:days?|months?|weeks?|hours?))`,
  'gi',
);
const REPORTING =
  /\b(?:report(?:s|ing)?(?: [a-z]+){0,4} (?:to|back to) (?:the |it|him)(?: ?(?:security )?council)?|keep (?:the )?(?:security )?council[a-z ]{0,14} informed|inform (?:the )?(?:security )?council|provide (?:the council|it)[a-z ]{0,12} (?:with )?(?:updates?|reports?|information)|submit (?:an? |the |two |its |his )?(?:[a-z]+ )?reports?)(?:[a-z ,]{0,30}(?:every (?:\d+|[a-z]+) (?:days|months?)|monthly|quarterly|annually|on a regular basis|regularly))?/g;

/** @returns the qualifiers of these words, in order; overlapping ones of the same kind once */
export function qualifiersIn(plain: Plain, isOperative: boolean): Qualifier[] {
  const { lower, text } = plain;
  const found: { code: MandateQualifier; from: number; to: number; value?: string }[] = [];
  for (const [code, pattern, trigger] of PATTERNS) {
    // "Calling upon all parties to take all necessary action": no means of a mission.
    if ((code === 'all_necessary_means' && !isOperative) || !trigger.test(lower)) continue;
    eachMatch(pattern, lower, (match) => {
      found.push({ code, from: match.index, to: match.index + match[0].length });
    });
  }
  if (isOperative) {
    for (const match of lower.matchAll(FORCE))
      found.push({
        code: 'ceiling',
        from: match.index,
        to: match.index + match[0].length,
        value: (match[1] as string).replaceAll(/[ ,]/g, ''),
      });
    for (const match of lower.matchAll(CEILING))
      found.push({
        code: 'ceiling',
        from: match.index,
        to: match.index + match[0].length,
        value: (match[1] as string).replace(',', ''),
      });
    if (/\b(?:extend|renew|mandate|establish|until|authori[sz]|stationing|prolong)/.test(lower))
      for (const match of text.matchAll(SUNSET))
        found.push({
          code: 'sunset',
          from: match.index,
          to: match.index + match[0].length,
          value: dayIn(match[0]) ?? match[0],
        });
    for (const match of text.matchAll(DEADLINE))
      found.push({
        code: 'deadline',
        from: match.index,
        to: match.index + match[0].length,
        value: (match[1] && dayIn(match[1])) || match[0],
      });
    for (const match of lower.matchAll(REPORTING))
      found.push({ code: 'reporting', from: match.index, to: match.index + match[0].length });
  }
  for (const place of placesIn(text)) found.push({ code: 'place', ...place });
  return dropDoubles(found)
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map(({ code, from, to, value }) => ({
      code,
      span: spanIn(plain, from, to),
      ...(value === undefined ? {} : { value }),
    }));
}

/** An imminent threat is also a threat: the narrower stands alone. */
function dropDoubles<T extends { code: MandateQualifier; from: number; to: number }>(found: T[]): T[] {
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.from <= one.from &&
          other.to >= one.to &&
          (other.code === one.code
            ? other.to - other.from > one.to - one.from
            : one.code === 'threat_of_violence' && other.code === 'imminent_threat'),
      ),
  );
}

const NAME = "[A-ZÀ-Þ][\\w’'À-ÿ-]+(?:[ -](?:of |the |and )?[A-ZÀ-Þ][\\w’'À-ÿ-]+){0,3}";
const PLACE = new RegExp(
  `\\b(?:in|throughout|across|within|around|from|of|to) ((?:the )?(?:(?:[Nn]orth(?:ern|-?[Ee]astern)?|[Ss]outh(?:ern|-?[Ee]astern)?|[Ee]astern|[Ww]estern|[Cc]entral) )?(?:(?:[Pp]rovinces? of|[Tt]own of|[Cc]ity of|[Rr]egions? of|[Dd]istrict of|[Ss]tates? of|vicinity of|island of) )?${NAME}(?: [Pp]rovinces?| [Rr]egions?| [Dd]istricts?| [Vv]alley| [Tt]riangle| [Aa]rea)?)`,
  'g',
);
const NO_PLACE =
  /^(?:the )?(?:Security|Council|United Nations|Secretary|Charter|Government|General|Special|Chapter|Article|Annex|Committee|Panel|Group|Member|States?\b|Mission|African Union|AU\b|UN|MON|MIN|AMIS|ATMIS|ICC|HIV|Framework|Agreement|Policy|President|January|February|March|April|May\b|June|July|August|September|October|November|December|International|Human|Women|World|European|Interim|Armed|National|Transitional|Standing|Report|Resolution|S\/|A\/|Peace|Department|Office|High|Joint|Force|Commission|Part|Statement|Plan|Rule|Pact|Protocol|Convention|Declaration|Comprehensive|Revitali[sz]ed|Final|Accord|Programme|Fund|Strategy|Action|Economic|Regional|Federal|Republic)/;
/** Places are named for reading, and only where the words around them leave no doubt. */
const SURE = /\b(?:in|throughout|across|around)$/;

function placesIn(text: string): { from: number; to: number; value: string }[] {
  const places: { from: number; to: number; value: string }[] = [];
  for (const match of text.matchAll(PLACE)) {
    const name = match[1] as string;
    const from = match.index + match[0].length - name.length;
    if (/ (?:Agreement|Process|Accords?|Framework|Mechanism|Plan|Policy|Resolution|Committee|Commission)$/.test(name))
      continue;
    if (NO_PLACE.test(name.replace(/^the /, '')) || !SURE.test(text.slice(0, from).trimEnd())) continue;
    if (/\b(?:Mission|Force|Operation|Office|Team)(?: [A-Z][a-z]+)* in$/.test(text.slice(0, from).trimEnd())) continue;
    const [first = ''] = name.replace(/^the /, '').split(' ');
    if ((/^[A-Z0-9-]{2,}$/.test(first) && first !== 'DRC' && first !== 'CAR') || first === 'Conflict') continue;
    places.push({ from, to: from + name.length, value: name.replace(/^the /, '') });
  }
  return places;
}

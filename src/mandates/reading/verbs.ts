/**
 * The verbs that lead the paragraphs of a resolution, and how strong they are. Preambular paragraphs lead with a
 * participle ("Recalling", "Gravely concerned"), operative ones with the third person ("Requests").
 * Order of strength: Gruenberg, An Analysis of United Nations Security Council Resolutions (2009), and the practice of
 * drafting; the codes are the vocabulary's.
 */
import type { MandateStrength } from '../../vocabulary/codes.ts';

/** First words of operative verbs, by how strong they are. */
const OPERATIVE: Record<MandateStrength, readonly string[]> = {
  demands: ['demands', 'insists', 'requires', 'warns', 'orders', 'summons'],
  decides: [
    'decides',
    'resolves',
    'determines',
    'establishes',
    'extends',
    'renews',
    'terminates',
    'lifts',
    'imposes',
    'directs',
    'declares',
    'adopts',
    'approves',
    'instructs',
    'undertakes',
    'appoints',
    'abolishes',
    'sets',
    'amends',
    'modifies',
    'maintains',
    'prolongs',
    'removes',
    'ends',
    'reduces',
    'increases',
    'revises',
  ],
  authorizes: ['authorizes', 'authorises', 'mandates', 'empowers', 'permits', 'allows', 'entrusts', 'delegates'],
  requests: ['requests', 'request', 'asks', 'expects'],
  urges: ['urges', 'exhorts', 'presses'],
  calls_upon: ['calls', 'appeals', 'recommends', 'addresses'],
  encourages: ['encourages', 'invites', 'suggests', 'advises', 'reminds', 'hopes', 'looks', 'proposes'],
  emphasizes: [
    'emphasizes',
    'emphasises',
    'stresses',
    'underlines',
    'underscores',
    'highlights',
    'considers',
    'believes',
    'agrees',
    'holds',
    'intends',
  ],
  reaffirms: [
    'reaffirms',
    'affirms',
    'reiterates',
    'confirms',
    'renews its',
    'clarifies',
    'repeats',
    'endorses',
    'supports',
    'accepts',
    'shares',
    'echoes',
    'pledges',
    'remains',
  ],
  condemns: [
    'condemns',
    'deplores',
    'rejects',
    'denounces',
    'censures',
    'deprecates',
    'regrets',
    'deeply',
    'protests',
    'strongly',
  ],
  welcomes: [
    'welcomes',
    'commends',
    'pays',
    'thanks',
    'congratulates',
    'applauds',
    'salutes',
    'appreciates',
    'praises',
  ],
  notes: [
    'notes',
    'recalls',
    'takes',
    'recognizes',
    'recognises',
    'acknowledges',
    'expresses',
    'observes',
    'finds',
    'concludes',
    'bears',
    'draws',
    'continues',
    'conveys',
    'registers',
    'records',
    'admits',
    'concurs',
    'gives',
    'has',
    'is',
    'views',
    'learns',
    'acts',
    'concerned',
    'states',
    'announces',
    'keeps',
    'awaits',
    'anticipates',
    'wishes',
    'reserves',
    'transmits',
  ],
};

/** What makes a verb stronger or places it, and is none itself. */
const ADVERB =
  '(?:also|further|furthermore|strongly|again|urgently|once(?: again| more)?|specifically|expressly|fully|solemnly|deeply|gravely|particularly|especially|vigorously|firmly|warmly|likewise|moreover|additionally|therefore|accordingly|formally|hereby|unequivocally|categorically|highly|seriously|further also|nevertheless|still|immediately|now|in the strongest terms|in particular|equally|then)';

const PARTICIPLES =
  'recalling|reaffirming|noting|having|expressing|welcoming|taking|recognizing|recognising|reiterating|concerned|stressing|acting|emphasizing|emphasising|condemning|commending|considering|determining|underlining|acknowledging|bearing|convinced|underscoring|affirming|encouraging|urging|calling|deploring|determined|responding|remaining|disturbed|reminding|grieved|paying|endorsing|alarmed|being|observing|regretting|renewing|guided|highlighting|supporting|distressed|echoing|appreciating|referring|shocked|demanding|dismayed|drawing|resolving|confirming|believing|honouring|desiring|looking|maintaining|resolved|continuing|outraged|declaring|thanking|insisting|seeking|satisfied|hoping|meeting|viewing|pledging|appalled|rejecting|committed|notwithstanding|extending|realizing|keeping|anticipating|sharing|motivated|willing|congratulating|requesting|mindful|aware|conscious|desirous|solicitous|anxious|cognizant|deprecating|saluting|applauding|inviting|approving|concluding|learning|pursuant|faithful|concurring|agreeing|praising|deeming|warning|wishing|gratified|conveying|reflecting|serving|understanding|assuming|perturbed|troubled|saddened|horrified|indignant|profoundly|exercising|deeply';

const STRENGTH_OF = new Map<string, MandateStrength>();
for (const [strength, verbs] of Object.entries(OPERATIVE) as [MandateStrength, readonly string[]][])
  for (const verb of verbs) STRENGTH_OF.set(verb, strength);

const OPERATIVE_WORDS = [...STRENGTH_OF.keys()]
  .filter((verb) => !/^(?:deeply|strongly|concerned)$/.test(verb))
  .join('|');
const LEAD = new RegExp(`^(?:(?:${ADVERB}),? )*(${OPERATIVE_WORDS})\\b`);
const PREAMBULAR = new RegExp(`^(?:${ADVERB} )*(?:further |also )?(${PARTICIPLES})\\b`);
/** "In this regard, requests …", "Acting under Chapter VII of the Charter, (a) decides": what stands before the verb. */
const BEFORE = new RegExp(`^[^;:]{0,400}?, (?:(?:${ADVERB}),? )*(${OPERATIVE_WORDS})\\b`);
/** A verb within a sentence: after a comma or "and". */
const INNER = new RegExp(
  `(?:[,;] (?:and |but |as well as )?|\\band |\\bbut )((?:(?:in (?:this|that) (?:regard|context|connection|respect),? ?)|(?:to (?:this|that) end,? ?))?(?:(?:${ADVERB}),? )*)(${OPERATIVE_WORDS})\\b`,
  'g',
);

export interface Verb {
  /** As in the text, in small letters: `requests`. */
  verb: string;
  strength: MandateStrength;
  /** Where it stands in the words looked at. */
  at: number;
}

/** @returns the operative verb that leads these words (small letters, one space between), where one does */
export function leadingVerb(lower: string): Verb | null {
  const match =
    LEAD.exec(lower) ??
    (/^(?:in|with|for|as|on|upon|to|acting|while|having|after|pending|without|by|at|consistent|pursuant|following|under|given|until|bearing|noting|recalling|recognizing|welcoming|mindful|concerned|deeply)\b/.test(
      lower,
    )
      ? BEFORE.exec(lower)
      : null);
  const verb = match?.[1];
  return verb ? { verb, strength: strengthOf(verb, lower, match[0].length), at: match[0].length - verb.length } : null;
}

/** What agreements and plans say instead of a Council's verb, and how much it binds. */
const MODALS =
  'shall(?: not)?|must(?: not)?|may(?: not)?|will(?: not)?|undertakes? to|commits? to|agrees? to|is authori[sz]ed to|should';
/** "Upon receipt of a request, the Focal Point will": when, why and on what terms, before who. */
const TERMS =
  '(?:upon|on|for|during|in|within|at|by|after|before|following|until|from|as|if|when|where|while|once|unless|subject|consistent|pursuant|notwithstanding|without|with|to|under|based|except|should|throughout|given|having) [^.;:]{2,240}?, |[^.;:]{0,24}, ';
const MODAL = new RegExp(`(?:^|[.;] )(?:${TERMS})?([^.;:,]{2,140}?)(?:, [^.;:,]{2,100},)? (${MODALS})(?=[ ,:])`, 'g');
const BINDING: readonly [RegExp, MandateStrength][] = [
  [/^(?:shall|must|will|undertake|commit|agree)/, 'decides'],
  [/^(?:may|is )/, 'authorizes'],
  [/^should/, 'encourages'],
];

/** @returns who shall, may or undertakes to do what in these words of an agreement; `null` for what somebody shall not do */
export function modalsIn(
  lower: string,
): (Omit<Verb, 'strength'> & { strength: Verb['strength'] | null; subject: string })[] {
  return [...lower.matchAll(MODAL)].map((match) => {
    const [whole, subject = '', verb = ''] = match;
    const strength = verb.endsWith(' not') ? null : (BINDING.find(([words]) => words.test(verb))?.[1] ?? null);
    return { verb, strength, subject, at: match.index + whole.length - verb.length };
  });
}

/** @returns every verb of these words that opens a clause of its own, the leading one first */
export function verbsIn(lower: string, lead: Verb | null): Verb[] {
  const verbs = lead ? [lead] : [];
  for (const match of lower.matchAll(INNER)) {
    const verb = match[2] as string;
    const at = match.index + match[0].length - verb.length;
    if (verbs.some((known) => known.at === at) || !isVerbHere(lower, at, verb)) continue;
    verbs.push({ verb, strength: strengthOf(verb, lower, at + verb.length), at });
  }
  return verbs.sort((a, b) => a.at - b.at);
}

/** The preambular lead of these words, in small letters: `recalling`, `concerned`. */
export const preambularLead = (lower: string): string | null => PREAMBULAR.exec(lower)?.[1] ?? null;

/** How strong a preambular lead is, by the operative verb of the same stem; `null` for one without (`acting`, `having`). */
export function preambularStrength(lead: string): MandateStrength | null {
  const stem = lead.replace(/(?:ing|ed|ful)$/, '');
  return STRENGTH_OF.get(`${stem}s`) ?? STRENGTH_OF.get(`${stem}es`) ?? null;
}

/** "Reiterates its demand that", "expresses its intention": the noun tells how strong it is. */
function strengthOf(verb: string, lower: string, end: number): MandateStrength {
  const known = STRENGTH_OF.get(verb) as MandateStrength;
  const next = lower.slice(end, end + 90);
  if (
    verb === 'decides' &&
    /^ (?:further |also )?that [^;,]{2,60} (?:is|are|shall be) (?:hereby )?authori[sz]ed\b/.test(next)
  )
    return 'authorizes';
  if (known === 'reaffirms' || known === 'decides' || known === 'notes') {
    if (/^ (?:again |once again |also |further )?its (?:\w+ )?(?:demand|requirement)s?\b/.test(next)) return 'demands';
    if (/^ (?:again |once again |also |further )?its (?:\w+ )?(?:request|expectation)s?\b/.test(next))
      return 'requests';
    if (/^ (?:again |once again |also |further )?its (?:\w+ )?(?:call|appeal|calls)\b/.test(next)) return 'calls_upon';
    if (/^ (?:again |once again |also |further )?its (?:\w+ )?authori[sz]ation\b/.test(next)) return 'authorizes';
    if (/^ (?:again |once again |also |further )?its (?:\w+ )?decision\b/.test(next))
      return known === 'notes' ? 'notes' : 'reaffirms';
    if (/^ (?:again |once again |also |further )?its (?:\w+ )*(?:condemnation|rejection)\b/.test(next))
      return 'condemns';
  }
  if (verb === 'expresses') {
    if (/^ (?:\w+ ){0,3}(?:concern|alarm|regret|dismay|indignation|outrage)\b/.test(next)) return 'notes';
    if (/^ (?:\w+ ){0,3}(?:gratitude|appreciation|thanks|satisfaction)\b/.test(next)) return 'welcomes';
    if (/^ (?:\w+ ){0,3}support\b/.test(next)) return 'reaffirms';
  }
  if (verb === 'reminds' || verb === 'calls') {
    if (/^ attention\b/.test(next)) return 'notes';
  }
  if (verb === 'continues' && /^ to (?:demand|insist)/.test(next)) return 'demands';
  if (verb === 'recalls' && /^ its demand/.test(next)) return 'demands';
  return known;
}

/** Words that are verbs and nouns alike are verbs only where a clause of the Council's can begin. */
function isVerbHere(lower: string, at: number, verb: string): boolean {
  const next = lower.slice(at + verb.length, at + verb.length + 24);
  if (
    /^(?:requests|calls|demands|supports|approves|notes|states|views|records|mandates|ends|sets|permits|orders|is|has|keeps|acts|draws|gives|takes|finds|continues|remains|looks|intends|holds|extends|increases|reduces|allows|requires|considers|bears|maintains|removes|wishes|protests|proposes|advises|establishes|shares|admits|learns|concludes|hopes|awaits|appoints|concerned)$/.test(
      verb,
    )
  ) {
    if (verb === 'requests')
      return (
        /^ (?:that|the|all|any|mo?n|u|mi|bi|an?|states|member|him|in|it|to|further|relevant|troop|both|its|each|[a-z]+, )/.test(
          next,
        ) && !/^ (?:to|in) (?:the committee|writing)/.test(next)
      );
    if (verb === 'calls') return /^ (?:upon|on|for|again|once)\b/.test(next) || /^ (?:_)/.test(next);
    if (verb === 'demands') return /^ (?:that|the|an|a|all|full|immediate|of all|further|also|again|from)\b/.test(next);
    if (verb === 'supports')
      return /^ (?:the|its|all|fully|efforts|in)\b/.test(next) && !/^ the (?:implementation|capacity)\b/.test(next);
    if (verb === 'approves' || verb === 'notes' || verb === 'takes' || verb === 'looks' || verb === 'intends')
      return /^ (?:the|that|with|note|into|full|due|forward|to|in)\b/.test(next);
    if (verb === 'requires') return /^ (?:that|all states)\b/.test(next);
    if (verb === 'continues') return /^ to (?:call|urge|demand|encourage|request|stress|support|condemn)\b/.test(next);
    if (verb === 'extends') return /^ (?:the mandate|its|until)\b/.test(next);
    return false;
  }
  return true;
}

/**
 * The à-la-carte test: a mandate to protect from which parts were left out, or in which protection came to mean something
 * else. It finds what the words do and do not say; what that is worth, a person judges.
 */
import type { MandateFinding, MandateTask } from '../../vocabulary/codes.ts';
import type { Paragraph, Reading, TaskCode } from '../contract.ts';
import { ceilingsOf } from './compare.ts';
import { isOurs, type Quote } from './profile.ts';

export interface Finding {
  code: MandateFinding;
  /** The words it rests on: what is there, where something is lacking beside it. */
  quotes: Quote[];
  /** In the earlier text, the words that are gone. */
  dropped: Quote[];
  /** For fewer people: how many, before and after. */
  people?: { before: number; after: number };
}

type Text = Pick<Reading, 'paragraphs'>;

/** Fewer by so much is a cut; less is an adjustment. */
const CUT = 0.9;

/**
 * @param before the text it renews, where there is one: then what was dropped is quoted from it
 * @returns nothing for a text that gives nobody protection of civilians to do
 */
export function aLaCarte(text: Text, before: Text | null): Finding[] {
  // A verification mission that watches how others protect is given no protection itself.
  const protection = ours(text, 'CivilianProtection').filter(({ code }) => code.modality !== 'monitor');
  if (protection.length === 0) return [];
  const quotes = protection.map(({ paragraph, code }) => ({ number: paragraph.number, span: code.span }));
  const lacking = (code: MandateFinding, has: (text: Text) => Quote[]): Finding[] =>
    has(text).length > 0 ? [] : [{ code, quotes: quotes.slice(0, 3), dropped: before ? onceEach(has(before)) : [] }];
  return [
    ...lacking('no_human_rights_monitoring', monitoring),
    ...lacking('no_early_warning', (one) => [
      ...quotesOf(one, 'CivilianProtectionCommunityAlert'),
      ...search(one, WARNS, true),
    ]),
    ...lacking('no_access', (one) => quotesOf(one, 'HumanitarianRelief')),
    ...lacking('no_community_engagement', (one) => [...quotesOf(one, 'CommunityEngagement'), ...communities(one)]),
    ...lacking('no_means', means),
    ...meansCut(text, before, quotes),
    ...consent(text, quotes),
    ...stretched(text),
    ...stateSupport(protection),
  ];
}

/** The first of each paragraph. */
const onceEach = (quotes: readonly Quote[]): Quote[] =>
  quotes.filter(({ number }, i) => quotes.findIndex((one) => one.number === number) === i);

interface Ours {
  paragraph: Paragraph;
  code: TaskCode;
}

function ours({ paragraphs }: Text, task: MandateTask): Ours[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.kind === 'OP'
      ? paragraph.codes.filter((code) => code.code === task && isOurs(code)).map((code) => ({ paragraph, code }))
      : [],
  );
}

const quotesOf = (text: Text, task: MandateTask): Quote[] =>
  ours(text, task).map(({ paragraph, code }) => ({ number: paragraph.number, span: code.span }));

/**
 * Watching and reporting, of the mission's own; help to a State's institutions is not it. What lacks is said only where its
 * words lack too: a task of which the coder is not sure is no silence.
 */
function monitoring(text: Text): Quote[] {
  const coded = ours(text, 'HumanRights').filter(
    ({ code, paragraph }) => code.modality === 'monitor' && RIGHTS.test(paragraph.text),
  );
  const quotes = coded.map(({ paragraph, code }) => ({ number: paragraph.number, span: code.span }));
  return [...quotes, ...search(text, MONITORS, true)];
}
const WARNS = /early[- ]warning|\balert (?:networks?|systems?|mechanisms?)|hotlines?/i;
/** Hate speech is watched as well, but nobody is asked for who harms whom by that. */
const RIGHTS = /human[- ]rights|humanitarian law/i;
const MONITORS =
  /human[- ]rights (?:monitor|observ|presence|officer|component)|monitor(?:ing)?,? [^;]{0,60}human rights/i;

/** "Community liaison assistants", "local networks": engagement by another name. */
const communities = (text: Text): Quote[] =>
  search(
    text,
    /community liaison|liais[a-z]+ with (?:local )?communit|local communit[a-z]+[^;]{0,60}network|consult[a-z]*[^;]{0,40}\bcommunit/i,
    true,
  );

function means(text: Text): Quote[] {
  const force = quotesOf(text, 'OperationsUseOfForce');
  const said = text.paragraphs
    .filter(({ kind, addressees }) => kind === 'OP' && (addressees.includes('mission') || addressees.length === 0))
    .flatMap(({ number, qualifiers }) =>
      qualifiers.filter(({ code }) => code === 'all_necessary_means').map(({ span }) => ({ number, span })),
    );
  return [...force, ...said];
}

function meansCut(text: Text, before: Text | null, quotes: Quote[]): Finding[] {
  const [then, now] = [before ? troops(before) : null, troops(text)];
  if (!then || !now || now.people > then.people * CUT) return [];
  return [
    {
      code: 'means_cut',
      quotes: [now.quote, ...quotes.slice(0, 1)],
      dropped: [then.quote],
      people: { before: then.people, after: now.people },
    },
  ];
}

/** The largest number of soldiers a text allows; police and observers are counted apart from them. */
function troops(text: Text): { people: number; quote: Quote } | null {
  const military = ceilingsOf(text).filter(({ words }) => /military|troops|ceiling/i.test(words));
  const most = military.reduce<(typeof military)[number] | null>(
    (best, one) => (best && best.people >= one.people ? best : one),
    null,
  );
  const paragraph = most && text.paragraphs.find(({ number }) => number === most.number);
  const span = paragraph?.qualifiers.find(
    ({ code, value }) => code === 'ceiling' && value === String(most?.people),
  )?.span;
  return most && span ? { people: most.people, quote: { number: most.number, span } } : null;
}

const AGREES =
  /consent of the (?:parties|host|government)|with the consent|at the (?:invitation|request) of the (?:government|authorities|parties|host)|upon (?:the )?request of the|basic principles of peace-?keeping|(?:agreed|agreement) (?:with|of) the (?:government|parties|host)|welcom[a-z]+[^;]{0,40}agreement of the government|status[- ]of[- ](?:forces|mission)/i;
const LEAVES =
  /(?:letter|government|authorities|host)[^;]{0,160}request(?:s|ed|ing)?[^;]{0,80}\b(?:draw-?down|withdrawal|departure|termination)\b|(?:gradual|accelerated|complete|progressive)[a-z, ]{0,40}\b(?:withdrawal|draw-?down)\b of (?:the mission|[A-Z]{4,})|comprehensive disengagement plan/i;

function consent(text: Text, quotes: Quote[]): Finding[] {
  const leaving = search(text, LEAVES, false);
  if (leaving.length > 0) return [{ code: 'consent_withdrawn', quotes: leaving.slice(0, 3), dropped: [] }];
  return search(text, AGREES, false).length > 0
    ? []
    : [{ code: 'no_consent', quotes: quotes.slice(0, 1), dropped: [] }];
}

const OTHER_THINGS =
  /\bprotect(?:ion|ing)?\b(?:[^;,.]{0,30}\b(?:of|from)\b)?[^;,.]{0,50}\b(?:cultural|historic(?:al)?|heritage|monuments?|archaeological|oil|infrastructure|installations?|environment|wildlife|natural resources|forests?|migrants?|pandemic|disease|ebola|covid|religious sites|dams?|pipelines?|mining sites?)\b/i;
/** A mission's own houses are its own; those who flee are civilians. */
const NOT_STRETCHED = /united nations|associated personnel|its (?:own )?(?:personnel|facilities)|mission's/i;

function stretched({ paragraphs }: Text): Finding[] {
  const quotes = paragraphs.flatMap(({ kind, number, text, span, codes }): Quote[] => {
    const match = kind === 'OP' && codes.some(isOurs) ? OTHER_THINGS.exec(text) : null;
    if (!match || NOT_STRETCHED.test(match[0])) return [];
    return [{ number, span: [span[0] + match.index, span[0] + match.index + match[0].length] }];
  });
  return quotes.length > 0 ? [{ code: 'stretched', quotes, dropped: [] }] : [];
}

/** Protection that is help to the authorities at least as often as it is the mission's own to give. */
function stateSupport(protection: readonly Ours[]): Finding[] {
  const own = protection.filter(
    ({ paragraph, code }) =>
      code.modality === 'secure' && (!SUPPORTS.test(paragraph.text) || PROTECTS.test(paragraph.text)),
  );
  const help = protection.filter(({ paragraph, code }) => code.modality !== 'secure' && SUPPORTS.test(paragraph.text));
  if (help.length === 0 || own.length > help.length) return [];
  const quotes = help.map(({ paragraph, code }) => ({ number: paragraph.number, span: code.span }));
  return [{ code: 'state_support', quotes, dropped: [] }];
}
const PROTECTS = /(?:^|[,;] (?:and )?|\band )(?:to )?protect\b|\bensur[a-z]+[^;]{0,90}protection of/i;
const SUPPORTS =
  /\b(?:support|assist|advise|help)(?:ing)? (?:and [a-z]+ )?(?:the )?(?:[A-Za-z]+ ){0,2}(?:government|authorities|transitional|national)|in support of (?:the )?(?:[A-Za-z]+ ){0,2}(?:government|authorities)|national (?:plan|authorities|security forces)/i;

/** @param onlyOurs in paragraphs that give the mission something to do */
function search({ paragraphs }: Text, words: RegExp, onlyOurs: boolean): Quote[] {
  return paragraphs.flatMap(({ number, text, span, codes }): Quote[] => {
    if (onlyOurs && !codes.some(isOurs)) return [];
    const match = words.exec(text);
    return match ? [{ number, span: [span[0] + match.index, span[0] + match.index + match[0].length] }] : [];
  });
}

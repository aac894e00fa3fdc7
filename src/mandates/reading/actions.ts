/** How a task is to be done: the nearest verb of doing before the words that name it. Classes as in PEMA. */
import type { MandateAddressee, MandateModality } from '../../vocabulary/codes.ts';

const MONITOR =
  'monitor|observe|observation|verif|report(?:ing)? (?:on|to|immediately|publicly|regularly)|investigat|document|assess(?!ment)|track|collect|supervis|inspect|record|analy[sz](?:e|ing)|fact-finding|identify|watch|survey';
const ASSIST =
  'assist|support|help|facilitat|advis|advice|contribut|coordinat|co-ordinat|promot|encourag|foster|technical|good offices|train|mentor|work with|work closely|mobili[sz]|liais|co-?operat|collaborat|enabl|capacity[- ]building|rais(?:e|ing) awareness|strengthen|enhanc|consult|engage|accompany|accelerat|build on|donat|fund|mediat|explore|participat';
const SECURE =
  'ensur|protect(?!ion|ive)|secur(?!ity)|deter|prevent(?!ion)|carry out|carrying out|conduct(?! of)|implement(?!ation)|neutrali[sz]|take all|taking all|take the|take necessary|seiz|dismantl|ceas|refrain|compl[yi]|respect|hold|establish(?!ment)|deploy(?!ment)|maintain|provide (?:specific )?protection|provide security|provid(?:e|ing) (?:for )?(?:the )?safe|disarm|undertak|\\bend\\b|put an end|stop|desist|releas|withdraw|combat|resum|negotiat|lay down|disband|extend|restor|guarantee|abide|fulfil|hand over|bring|brought|investigate and prosecute|prosecut|mitigat|use\\b|uphold';
const DOING = `\\b(?:(${MONITOR})|(${ASSIST})|(${SECURE}))[a-z-]*`;
/** A verb that heads an action: the first of the words, or one that a comma or "and" puts beside it. */
const HEAD = new RegExp(
  `(?:^|[,;:] |\\band |\\bor |\\bshall |\\bshould |\\bby |\\bincluding )(?:and |or |to |by |also |further |continue to |continuing to |where appropriate,? |[a-z]+ly |as appropriate,? ){0,4}${DOING}`,
  'g',
);
const FIRST = new RegExp(` to (?:further |continue to |also |[a-z]+ly ){0,3}${DOING}`);
const ANYWHERE = new RegExp(DOING);

/** Those who are told to do it themselves. */
const OWN_DOING: ReadonlySet<MandateAddressee> = new Set([
  'parties',
  'armed_groups',
  'host_state',
  'all_states',
  'neighbouring_states',
]);

/**
 * @param lower the clause in small letters, from behind its leading verb and addressee
 * @param from where the words of the task begin
 * @returns how it is to be done; what no verb tells is done by parties and States themselves, and assisted by others
 */
export function modalityOf(
  lower: string,
  from: number,
  to: number,
  addressees: readonly MandateAddressee[],
): MandateModality {
  const reach = lower.slice(0, Math.min(to, from + 24));
  let found: RegExpMatchArray | null = null;
  for (const match of reach.matchAll(HEAD)) found = match;
  found ??= FIRST.exec(reach) ?? ANYWHERE.exec(reach);
  if (found) return found[1] ? 'monitor' : found[2] ? 'assist' : 'secure';
  return addressees.some((who) => OWN_DOING.has(who)) ? 'secure' : 'assist';
}

/** The missions a text speaks of. */

/** Acronyms of missions that texts use without explaining them; facts, in the order of their founding. */
const KNOWN =
  'UNTSO UNMOGIP UNEF ONUC UNFICYP UNDOF UNIFIL UNGOMAP UNIIMOG UNAVEM UNTAG ONUCA UNIKOM MINURSO ONUSAL UNAMIC UNPROFOR UNTAC UNOSOM ONUMOZ UNOMIG UNOMIL UNOMUR UNAMIR UNMIH MONUA UNOMSIL UNAMSIL UNMIK UNTAET MONUC MONUSCO UNMEE UNMISET UNMIL UNOCI MINUSTAH ONUB UNMIS UNAMID MINURCAT UNISFA UNMISS UNSMIS MINUSMA MINUSCA MINUJUSTH UNAMA UNAMI UNSMIL UNSOM UNTMIS UNIOGBIS BINUH UNITAMS UNMHA BINUB UNIPSIL BINUCA UNOWAS UNVMC UNMIN UNOB UNTMIS'.split(
    ' ',
  );
const DEFINED =
  /\b(?:Mission|Force|Operation|Verification|Stabili[sz]ation|Observer|Office|Assistance|Group|Support|Protection)\b[A-Za-z’',\-\s]{0,90}?\s?\(["“'’]?([A-Z][A-Za-z-]{2,10})["”'’]?\)/g;
/** Addressed like a mission, though nowhere explained: "the mandate of UNPMIT", "requests UNPMIT to". */
const ADDRESSED =
  /\b(?:mandate\s+of(?:\s+the)?|[Aa]uthori[sz]es|[Dd]ecides\s+that|[Ee]ncourages|[Rr]equests(?:\s+that)?)\s+([A-Z]{5,10})\b/g;
const NOT =
  /^(?:AU|UN|DRC|CAR|EU|ECOWAS|SADC|IGAD|ICC|HRDDP|FARDC|ICGLR|UNCT|PKO|IAEA|OPCW|UNODC|UNHCR|UNDP|UNICEF|OHCHR|SSR|DDR|FIB|NATO|OSCE|CTED|ISAF|SOFA|SOMA|AMISOM|ATMIS|AUSSOM|MISCA|AFISMA|EUFOR|SAMIDRC|UNSOS|UNSOA|UNMAS|CPAS|IPPAF|UNJHRO|UNOCA|JVT|EJVM|CTITF|TCU|LRA|SAF|SPLA)$/;

/** @returns acronyms, the most frequent first */
export function missionsIn(source: string): string[] {
  const counts = new Map<string, number>();
  const candidates = new Set(KNOWN);
  for (const match of source.matchAll(DEFINED))
    if (match[1] && !NOT.test(match[1]) && /^[A-Z]{4,}/.test(match[1])) candidates.add(match[1]);
  for (const [, name] of source.matchAll(ADDRESSED))
    if (name && !NOT.test(name) && /^(?:UN|MI|MO|ON|B)/.test(name)) candidates.add(name);
  for (const [word] of source.matchAll(/\b[A-Z]{4,}[A-Z-]*\b/g))
    if (candidates.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

/** A pattern for the missions' names in small letters; `null` where the text names none. */
export const missionPattern = (missions: readonly string[]): RegExp | null =>
  missions.length === 0
    ? null
    : new RegExp(
        `\\b(?:${missions.map((name) => name.toLowerCase()).join('|')})\\b(?!'s (?:mandate|work|efforts|presence))`,
      );

/** Writes one version of an own record, as the mission would have written it at that stage. */
import type { IncidentInput, Party } from '../../../incidents/contract.ts';
import { ACTORS } from '../actors.ts';
import { SHIELDED } from '../catalogue.ts';
import { isoDay } from '../clock.ts';
import { at, Rng } from '../rng.ts';
import { fill, narrate, ofPlace, PHRASES } from '../words/write.ts';
import type { Facts } from './facts.ts';
import { damageOf, figuresOf } from './harm.ts';
import { makeSources } from './sources.ts';
import { KNOWN, type Knowledge } from './stages.ts';
import { locate, namedPlace, type World } from './world.ts';

type Core = IncidentInput['core'];
type Account = NonNullable<IncidentInput['account']>;

const OWN = { dataset: 'own', externalId: null, sourceType: null } as const;
const CIVILIANS: Party = { name: 'Civilians', type: 'civilians', role: 'target' };

/** The version of this record at which that much was known. A step on a ladder changes the status and its note alone. */
export function renderOwn(world: World, facts: Facts, { known, step }: Knowledge): IncidentInput {
  const rng = Rng.of(world.seed, 'words', facts.ordinal);
  const shielded = SHIELDED.has(facts.type);
  const village = at(world.island.settlements, facts.village);
  const where = locate(world, village, facts.placed, rng);
  const toll = tollAt(facts, known, rng);
  const precision = known & KNOWN.preciseDate ? 'hour' : facts.precision;
  const attributed = (known & KNOWN.attributed) !== 0;
  const actor = facts.actor >= 0 ? facts.actor : attributed ? at(facts.suspects, 0) : -1;
  const sure = (known & KNOWN.secondSource) !== 0;
  const area = at(world.island.adm2, facts.area).names;
  const told = shielded
    ? { title: null, text: null }
    : narrate(
        facts,
        {
          place: namedPlace(world, village, facts.placed),
          area,
          toll,
          precision,
          actor,
          sure,
          landmark: landmarkOf(world, facts),
        },
        rng,
      );
  const sources = shielded ? SEALED_SOURCES : makeSources(facts, known, rng);
  const core: Core = {
    kind: facts.kind,
    type: facts.type,
    title: told.title,
    when: {
      from: isoDay(facts.fromDay),
      to: isoDay(facts.toDay),
      at: precision === 'minute' || precision === 'hour' ? new Date(facts.instant).toISOString() : null,
      precision,
    },
    where,
    parties: partiesOf(facts, actor),
    hypotheses: hypothesesOf(facts, attributed, sure),
    figures: figuresOf(facts, toll, sure, rng),
    means: facts.profile && !shielded ? [at(facts.profile.means, facts.ordinal % facts.profile.means.length)] : [],
    damage: shielded ? [] : damageOf(facts, rng),
    tags: tagsOf(world, facts, known),
    links: linksOf(facts, known),
    sourceCount: sources.length,
    independentSources: new Set(sources.map((s) => s.originKey)).size,
    origin: OWN,
    ...statusesOf(known),
    statusNote: step && !shielded ? PHRASES[facts.language].notes[step] : null,
  };
  return {
    id: facts.id,
    core,
    account: shielded
      ? { ...NO_WORDS, sources }
      : accountOf(facts, known, toll.reported, told.text, sources, area[facts.language], rng),
    protected: protectedOf(world, facts, shielded),
    levels: levelsOf(facts, shielded),
    compartments: compartmentsOf(facts),
  };
}

function landmarkOf(world: World, { village, placed }: Facts) {
  if (placed !== 'exact' && placed !== 'near') return null;
  const { town, km, side } = at(world.landmarks, village);
  return { town: at(world.island.settlements, town).names, km, side };
}

const NO_WORDS: Account = {
  narrative: null,
  narrativeLanguage: null,
  sources: [],
  evidence: [],
  notes: null,
  extra: {},
};
/** Who spoke is the specialists' to know; that somebody did is all that stands here. */
const SEALED_SOURCES: Account['sources'] = [
  {
    id: 's1',
    kind: 'sealed',
    name: '',
    title: null,
    date: null,
    reference: null,
    sourceGrade: null,
    informationGrade: null,
    originKey: null,
    civilianStatus: 'civilian',
    supports: [],
  },
];

/** First reports give too few more often than too many; a second source brings the number that stands today. */
function tollAt(facts: Facts, known: number, rng: Rng) {
  const early = rng.range(0.55, 1.02);
  const reported = facts.killed === 0 ? 0 : Math.max(1, Math.round(facts.killed * early));
  const killed = known & KNOWN.secondSource ? facts.killed : reported;
  const { injured, abducted, displaced, arrested } = facts;
  return { killed, reported, civilians: Math.min(killed, facts.civilians), injured, abducted, displaced, arrested };
}

function partiesOf(facts: Facts, actor: number): Party[] {
  if (facts.kind === 'activity')
    return [{ name: at(ACTORS, ACTORS.length - 1).names.en, type: 'own_partner_force', role: 'present' }];
  if (facts.kind === 'observation') return [];
  const doer = actor >= 0 ? at(ACTORS, actor) : null;
  if (facts.type === 'peaceful_protest') return [{ name: 'Protesters', type: 'civilians', role: 'party' }];
  if (doer && facts.other >= 0) {
    const foe = at(ACTORS, facts.other);
    return [
      { name: doer.names.en, type: doer.type, role: 'party' },
      { name: foe.names.en, type: foe.type, role: 'party' },
    ];
  }
  const by: Party = doer
    ? { name: doer.names.en, type: doer.type, role: 'alleged_perpetrator' }
    : { name: 'Unidentified armed men', type: 'unidentified', role: 'alleged_perpetrator' };
  return facts.type === 'attack_on_peacekeepers'
    ? [by, { name: 'Protection Mission in Tamrin', type: 'own_partner_force', role: 'target' }]
    : [by, CIVILIANS];
}

function hypothesesOf(facts: Facts, attributed: boolean, sure: boolean): Core['hypotheses'] {
  return facts.suspects.map((suspect, i) => ({
    id: `h${i + 1}`,
    actor: at(ACTORS, suspect).names.en,
    actorType: at(ACTORS, suspect).type,
    likelihood: attributed ? (i === 0 ? 'likely' : 'unlikely') : i === 0 ? 'possible' : i === 1 ? 'possible' : 'open',
    confidence: attributed ? (sure ? 'moderate' : 'low') : null,
    responsibility: i === 0 && attributed ? 'direct' : 'not_stated',
  }));
}

/** That two records speak of one event is found out later. */
function linksOf({ link }: Facts, known: number): Core['links'] {
  return link && (link.relation !== 'duplicate_of' || known & KNOWN.sameEvent) ? [link] : [];
}

function tagsOf(world: World, facts: Facts, known: number): string[] {
  if (SHIELDED.has(facts.type)) return [];
  const tags = [...(facts.profile?.tags ?? [])];
  if (facts.link?.relation === 'reprisal_for') tags.push('reprisal');
  if (facts.role === 'double' && known & KNOWN.sameEvent) tags.push('double');
  if (facts.role === 'alert') tags.push('alert');
  if (facts.role === 'response') tags.push('response');
  if (facts.suspects.length > 0) tags.push('grey zone');
  if (world.island.valley.areas.includes(facts.area)) tags.push('Orlumi valley');
  return tags;
}

function statusesOf(known: number): Pick<Core, 'operational' | 'humanRights'> {
  const has = (bit: number) => (known & bit) !== 0;
  return {
    operational: has(KNOWN.disproved)
      ? 'disproved'
      : has(KNOWN.confirmed)
        ? 'confirmed'
        : has(KNOWN.checking)
          ? 'being_confirmed'
          : 'unconfirmed',
    humanRights: has(KNOWN.grounds)
      ? 'reasonable_grounds'
      : has(KNOWN.suspicion)
        ? 'reasonable_suspicion'
        : has(KNOWN.notVerified)
          ? 'not_verified'
          : has(KNOWN.verifying)
            ? 'being_verified'
            : has(KNOWN.allegation)
              ? 'allegation'
              : 'not_examined',
  };
}

function accountOf(
  facts: Facts,
  known: number,
  reported: number,
  text: string | null,
  sources: Account['sources'],
  area: string,
  rng: Rng,
): Account {
  const phrases = PHRASES[facts.language];
  const added: string[] = [];
  if (known & KNOWN.secondSource && facts.killed > 0)
    added.push(fill(phrases.secondSource, { first: String(reported), n: String(facts.killed) }));
  // Each hypothesis has arguments of its own: the pool is gone through in turn from a point of chance.
  const [pro, contra] = [rng.int(0, 9), rng.int(0, 9)];
  const turn = (pool: readonly string[], start: number, i: number) => at(pool, (start + i) % pool.length);
  const evidence: Account['evidence'] = facts.suspects.flatMap((suspect, i) => {
    const actor = at(ACTORS, suspect);
    const words = {
      actor: actor.definite[facts.language],
      sign: actor.sign[facts.language],
      area,
      darea: ofPlace(area),
    };
    const say = (side: 'for' | 'against', phrase: string, source: string | null) => ({
      hypothesis: `h${i + 1}`,
      side,
      text: capital(fill(phrase, words)),
      source,
    });
    const argument = say('for', turn(phrases.evidenceFor, pro, i), 's1');
    return rng.chance(0.8) ? [argument, say('against', turn(phrases.evidenceAgainst, contra, i), null)] : [argument];
  });
  return {
    narrative: [text, ...added].filter((s) => s !== null).join(' '),
    narrativeLanguage: facts.language,
    sources,
    evidence,
    notes: null,
    extra: {},
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Specialists' cases hold a pointer into their own system; elsewhere, now and then, the names of those taken. */
function protectedOf(world: World, facts: Facts, shielded: boolean): IncidentInput['protected'] {
  const nothing = {
    ...{ people: [], exactPoint: null, exactPlace: null, narrative: null },
    ...{ caseReference: null, setApart: null },
  };
  if (shielded) {
    const system = facts.type === 'sexual_violence' ? 'GBVIMS' : 'MRM';
    return { ...nothing, caseReference: `${system}-TM-${String(facts.ordinal).padStart(7, '0')}` };
  }
  const taken =
    facts.type === 'abduction' || facts.type === 'enforced_disappearance' || facts.type === 'arbitrary_detention';
  if (!taken || facts.ordinal % 3 !== 0) return null;
  const rng = Rng.of(world.seed, 'people', facts.ordinal);
  const count = Math.min(3, Math.max(1, facts.abducted));
  const people = Array.from({ length: count }, () => ({
    name: world.island.names.person(rng)[facts.language],
    role: 'victim',
    note: null,
    sexAge: 'unknown' as const,
  }));
  return { ...nothing, people };
}

function levelsOf(facts: Facts, shielded: boolean): IncidentInput['levels'] {
  if (shielded) return { core: 'confidential', account: 'strictly_confidential', protected: 'strictly_confidential' };
  const open = facts.type === 'peaceful_protest' || facts.type === 'other_activity';
  return {
    core: open ? 'public' : 'internal',
    account: open ? 'internal' : 'confidential',
    protected: 'strictly_confidential',
  };
}

function compartmentsOf(facts: Facts): string[] {
  if (facts.type === 'sexual_violence') return ['human_rights', 'womens_protection'];
  if (facts.type === 'recruitment_of_children') return ['human_rights', 'child_protection'];
  // Reports against the mission's own or a partner's people: conduct and discipline alone.
  return facts.type === 'other_event' ? ['conduct_discipline'] : [];
}

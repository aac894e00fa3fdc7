/** Writes one row of one release of an outside data set. */
import type { IncidentInput } from '../../../incidents/contract.ts';
import type { EventType } from '../../../vocabulary/codes.ts';
import { ACTORS } from '../actors.ts';
import { isoDay } from '../clock.ts';
import { at, Rng } from '../rng.ts';
import { fill, ofPlace, PHRASES } from '../words/write.ts';
import type { Facts } from './facts.ts';
import { CASUALTY_REGISTER, type Dataset, theirName } from './outside.ts';
import { KNOWN } from './stages.ts';
import { locate, namedPlace, type World } from './world.ts';

/** How “Open Events” calls it. It knows fewer kinds than we do. */
const OPEN_TYPES: Partial<Record<EventType, { ours: EventType; theirs: string }>> = {
  armed_clash: { ours: 'armed_clash', theirs: 'Battle' },
  territory_change: { ours: 'territory_change', theirs: 'Battle' },
  shelling: { ours: 'shelling', theirs: 'Explosions' },
  air_drone_strike: { ours: 'air_drone_strike', theirs: 'Explosions' },
  ied_landmine: { ours: 'ied_landmine', theirs: 'Explosions' },
  riot: { ours: 'riot', theirs: 'Unrest' },
  mob_violence: { ours: 'mob_violence', theirs: 'Unrest' },
  peaceful_protest: { ours: 'peaceful_protest', theirs: 'Unrest' },
  abduction: { ours: 'abduction', theirs: 'Kidnapping' },
};
const ANYTHING_ELSE = { ours: 'attack_on_civilians', theirs: 'Violence against civilians' } as const;
/** The register asks one thing only: did armed men fight one another. */
const registerType = (facts: Facts): { ours: EventType; theirs: string } =>
  facts.profile?.clash
    ? { ours: 'armed_clash', theirs: 'Combat' }
    : { ours: 'attack_on_civilians', theirs: 'One-sided' };

export function renderRow(world: World, set: Dataset, facts: Facts, known: number): IncidentInput {
  const rng = Rng.of(world.seed, `row ${set.slug}`, facts.ordinal);
  const isRegister = set === CASUALTY_REGISTER;
  const village = at(world.island.settlements, facts.village);
  const revised = (known & KNOWN.revised) !== 0;
  const killed = revised ? Math.max(1, facts.killed + at([1, 2, -1, 3], facts.ordinal % 4)) : facts.killed;
  const { ours, theirs } = isRegister
    ? registerType(facts)
    : ((facts.profile && OPEN_TYPES[facts.profile.type]) ?? ANYTHING_ELSE);
  const place = namedPlace(world, village, facts.placed).en;
  const actor = facts.actor >= 0 ? at(ACTORS, facts.actor) : null;
  const other = facts.profile?.clash && facts.other >= 0 ? at(ACTORS, facts.other) : null;
  const words = {
    who: actor?.members.en ?? 'armed men',
    a: actor?.definite.en ?? 'armed men',
    b: other?.definite.en ?? 'another group',
    place,
    dplace: ofPlace(place),
    area: '',
    n: '',
  };
  const estimate = isRegister
    ? { low: Math.max(1, Math.floor(killed * 0.8)), best: killed, high: Math.ceil(killed * 1.3) }
    : { low: killed, best: killed, high: killed };
  const externalId = `${set.prefix}-${String(facts.ordinal).padStart(7, '0')}`;
  const civilians = Math.min(killed, facts.civilians);
  return {
    id: facts.id,
    core: {
      kind: 'incident',
      type: ours,
      title: null,
      when: { from: isoDay(facts.fromDay), to: isoDay(facts.toDay), at: null, precision: facts.precision },
      where: locate(world, village, facts.placed, rng),
      parties: [
        { name: theirName(facts.actor), type: actor?.type ?? 'unidentified', role: 'party' },
        other
          ? { name: other.names.en, type: other.type, role: 'party' }
          : { name: 'Civilians (Tamrin)', type: 'civilians', role: 'party' },
      ],
      hypotheses: [],
      figures:
        killed > 0
          ? [
              ...(isRegister && !facts.profile?.clash
                ? [
                    {
                      harm: 'killed' as const,
                      group: 'civilians' as const,
                      total: { low: null, best: civilians, high: null },
                      bySexAge: {},
                    },
                  ]
                : []),
              { harm: 'killed', group: 'all', total: estimate, bySexAge: {} },
            ]
          : [],
      means: [],
      damage: [],
      tags: [],
      links: [],
      sourceCount: 1,
      independentSources: 1,
      origin: { dataset: set.slug, externalId, sourceType: theirs },
      operational: 'unconfirmed',
      humanRights: 'not_examined',
      statusNote: null,
    },
    account: {
      narrative: PHRASES.en.sentence(
        PHRASES.en.date(isoDay(facts.fromDay)),
        fill(at(PHRASES.en.says[ours].clauses, facts.ordinal % PHRASES.en.says[ours].clauses.length), words),
      ),
      narrativeLanguage: 'en',
      sources: [
        {
          id: 's1',
          kind: 'data_set',
          name: set.name,
          title: null,
          date: isoDay(facts.fromDay),
          reference: null,
          sourceGrade: isRegister ? 'B' : 'C',
          informationGrade: '3',
          originKey: externalId.toLowerCase(),
          civilianStatus: 'not_stated',
          supports: [],
        },
      ],
      evidence: [],
      notes: null,
      extra: { event_id: externalId, their_type: theirs, release: revised ? 'revised' : 'first' },
    },
    protected: null,
    levels: { core: 'internal', account: 'internal', protected: 'strictly_confidential' },
    compartments: [],
  };
}

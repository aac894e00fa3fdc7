/** Invented records for the crash campaign: record n of a program is always the same, so it need not be remembered. */
import { Rng } from '../../src/demo/tamrin/rng.ts';
import { IncidentInput } from '../../src/incidents/contract.ts';

const PLACES = ['Kaga', 'Obo', 'Zemio', 'Bria', 'Birao', 'Ouadda'] as const;
const TYPES = ['attack_on_civilians', 'armed_clash', 'pillage_destruction', 'abduction', 'shelling'] as const;
const WORDS = ['market', 'convoy', 'école brûlée', 'نزوح', 'checkpoint', 'bétail', 'قرية', 'patrol', 'rumeur'] as const;

/** A whole record, sometimes with words of its own level, sometimes with a person's name in the sealed group. */
export function record(seed: number, program: number, n: number): IncidentInput {
  const rng = Rng.of(seed, `crash-${program}`, n);
  const day = new Date(Date.UTC(2030, 0, 1 + rng.int(0, 700))).toISOString().slice(0, 10);
  const words = Array.from({ length: rng.int(3, 120) }, () => rng.pick(WORDS)).join(' ');
  return IncidentInput.parse({
    id: rng.uuid(),
    core: {
      kind: 'incident',
      type: rng.pick(TYPES),
      title: `Record ${n} of program ${program}`,
      when: { from: day, to: day, precision: 'day' },
      where: {
        point: [rng.range(15, 27), rng.range(3, 10)],
        precision: 'near',
        name: rng.pick(PLACES),
        adm1: 'North',
        adm2: 'Kaga district',
      },
      figures: [{ harm: 'killed', group: 'civilians', total: { low: null, best: rng.int(0, 12), high: null } }],
      tags: [`cycle-${n % 7}`],
    },
    account: rng.chance(0.8) ? { narrative: words } : null,
    protected: rng.chance(0.1) ? { people: [{ name: `Person ${n}`, role: 'witness', note: null }] } : null,
  });
}

/** Who says so: graded, and with repeats of one origin that count once. */
import type { Source } from '../../../incidents/contract.ts';
import { DAY, FIRST_DAY, isoDay } from '../clock.ts';
import { at, type Rng } from '../rng.ts';
import { PHRASES } from '../words/write.ts';
import type { Facts } from './facts.ts';
import { KNOWN } from './stages.ts';

const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const INFORMATION = ['1', '2', '3', '4', '5', '6'] as const;

type Kind = Source['kind'];

/** The sources behind a record at that stage; the first is the one that reported it. */
export function makeSources(facts: Facts, known: number, rng: Rng): Source[] {
  const names = PHRASES[facts.language].sources;
  const sources: Source[] = [];
  const day = Math.floor((facts.known - FIRST_DAY) / DAY);
  const add = (
    kind: Kind,
    name: string,
    originKey: string,
    date: string,
    grade: number,
    information: number,
    supports: string[],
  ) =>
    sources.push({
      id: `s${sources.length + 1}`,
      kind,
      name,
      title: null,
      date,
      reference: null,
      sourceGrade: at(GRADES, grade),
      informationGrade: at(INFORMATION, information),
      originKey,
      civilianStatus:
        facts.civilians === 0
          ? 'not_stated'
          : rng.chance(0.3)
            ? 'civilian'
            : rng.chance(0.1)
              ? 'disputed'
              : 'presumed_civilian',
      supports,
    });
  const reported = isoDay(day);
  if (facts.kind === 'activity') {
    add('own_observation', names.patrol, 'own', reported, 0, 0, ['when', 'where', 'narrative']);
    return sources;
  }
  const caller = `call-${facts.ordinal}`;
  if (rng.chance(0.7))
    add('report', names.focalPoint, caller, reported, rng.int(1, 3), rng.int(1, 3), ['when', 'where', 'figures']);
  else
    add('organisation', names.organisation, `org-${facts.ordinal}`, reported, rng.int(1, 2), rng.int(1, 2), [
      'when',
      'where',
      'figures',
    ]);
  const origin = at(sources, 0).originKey ?? caller;
  // The radio read out the same call: two voices, one origin.
  if (rng.chance(0.3)) add('media', names.radio, origin, reported, rng.int(2, 4), rng.int(2, 4), ['when', 'where']);
  if (rng.chance(0.1))
    add('government', names.authority, `prefect-${facts.ordinal}`, reported, rng.int(2, 4), rng.int(2, 5), ['when']);
  if (known & KNOWN.secondSource) add('document', names.clinic, `clinic-${facts.ordinal}`, reported, 1, 1, ['figures']);
  return sources;
}

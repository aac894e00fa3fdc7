/** What one change makes of one record: pure. Applied to what it made, it changes nothing. */
import { KingaError } from '../../platform/errors.ts';
import { levelNumber } from '../../platform/principal.ts';
import type { Level } from '../../vocabulary/codes.ts';
import type { Core, IncidentInput } from '../contract.ts';
import { OPERATIONAL_LIFE } from '../life/contract.ts';
import { MOST_TAGS, mayFollow, WITHDRAWN } from '../rules.ts';
import type { BulkChange } from './contract.ts';

/** Those that make a version of the record; giving it to somebody makes none. */
export type RecordChange = Exclude<BulkChange, { act: 'assign' }>;

export type Held = Pick<IncidentInput, 'levels' | 'compartments'> & { core: Core };

/** The verb that a change needs, and that its version carries. */
export const VERB_OF: Record<BulkChange['act'], string> = {
  tag: 'incident.edit',
  status: 'incident.confirm',
  assign: 'incident.comment',
  close: 'incident.edit',
};

/** @returns the record after the change, or `null` where it is so already. @throws `state_conflict`, `invalid_input` */
export function changed(held: Held, change: RecordChange): Held | null {
  switch (change.act) {
    case 'tag':
      return tagged(held, change);
    case 'status': {
      const { operational } = held.core;
      if (operational === change.status) return null;
      if (!mayFollow(OPERATIONAL_LIFE, operational, change.status))
        throw new KingaError('state_conflict', { from: operational, to: change.status });
      return { ...held, core: { ...held.core, operational: change.status, statusNote: change.note } };
    }
    case 'close':
      return closed(held, change);
  }
}

function tagged(held: Held, { add, remove }: Extract<BulkChange, { act: 'tag' }>): Held | null {
  if ([...add, ...remove].includes(WITHDRAWN))
    throw new KingaError('invalid_input', { what: `only an import sets or takes off ${WITHDRAWN}` });
  const before = held.core.tags;
  const tags = [...new Set([...before.filter((tag) => !remove.includes(tag) || add.includes(tag)), ...add])];
  if (tags.length > MOST_TAGS)
    throw new KingaError('invalid_input', { what: `a record has at most ${MOST_TAGS} tags` });
  return tags.join('\n') === before.join('\n') ? null : { ...held, core: { ...held.core, tags } };
}

function closed(held: Held, { levels: least, compartments }: Extract<BulkChange, { act: 'close' }>): Held | null {
  const closer = (group: keyof Held['levels']): Level => {
    const wanted = least[group] ?? held.levels[group];
    return levelNumber(wanted) > levelNumber(held.levels[group]) ? wanted : held.levels[group];
  };
  const levels = { core: closer('core'), account: closer('account'), protected: closer('protected') };
  const whose = fewer(held.compartments, compartments);
  const same =
    whose.length === held.compartments.length &&
    (Object.keys(levels) as (keyof typeof levels)[]).every((group) => levels[group] === held.levels[group]);
  return same ? null : { ...held, levels, compartments: whose };
}

/** None is the whole mission. @throws `invalid_input` where nobody would be left */
function fewer(held: string[], wanted: readonly string[]): string[] {
  if (wanted.length === 0) return held;
  if (held.length === 0) return [...wanted];
  const both = held.filter((code) => wanted.includes(code));
  if (both.length === 0)
    throw new KingaError('invalid_input', { what: 'it is for other components; none would be left to see it' });
  return both;
}

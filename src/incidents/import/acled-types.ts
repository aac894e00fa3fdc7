/** ACLED's event and sub-event types in our own taxonomy (PRACTICE §6), in any case. */
import type { EventType, RecordKind } from '../../vocabulary/codes.ts';
import type { Core } from '../contract.ts';

type Known = { kind: RecordKind; type: Core['type'] };
const event = (type: EventType): Known => ({ kind: 'incident', type });

const SUB_EVENTS: Readonly<Record<string, Known>> = {
  'armed clash': event('armed_clash'),
  'government regains territory': event('territory_change'),
  'non-state actor overtakes territory': event('territory_change'),
  'non-violent transfer of territory': event('territory_change'),
  'chemical weapon': event('chemical_weapon'),
  'air/drone strike': event('air_drone_strike'),
  'suicide bomb': event('suicide_bomb'),
  'shelling/artillery/missile attack': event('shelling'),
  'remote explosive/landmine/ied': event('ied_landmine'),
  grenade: event('shelling'),
  'sexual violence': event('sexual_violence'),
  attack: event('attack_on_civilians'),
  'abduction/forced disappearance': event('abduction'),
  'peaceful protest': event('peaceful_protest'),
  'protest with intervention': event('protest_repressed'),
  'excessive force against protesters': event('excessive_force_protest'),
  'violent demonstration': event('riot'),
  'mob violence': event('mob_violence'),
  arrests: event('arbitrary_detention'),
  'looting/property destruction': event('pillage_destruction'),
  agreement: { kind: 'observation', type: 'agreement' },
  'change to group/activity': { kind: 'observation', type: 'group_change' },
  'disrupted weapons use': event('other_event'),
  'headquarters or base established': { kind: 'observation', type: 'group_change' },
  other: event('other_event'),
};

/** For rows whose sub-event is missing or unknown to us; older releases spell the event types in more ways. */
const EVENTS: readonly [RegExp, Known][] = [
  [/^battle/i, event('armed_clash')],
  [/^violence against civilians/i, event('attack_on_civilians')],
  [/^(explosions|remote violence)/i, event('shelling')],
  [/^protests?\b/i, event('peaceful_protest')],
  [/^riots?\b/i, event('riot')],
];

/** The type, and whether it was found by the sub-event (`exact`) or only by the event type. */
export function acledType(eventType: string, subEventType: string): Known & { exact: boolean } {
  const sub = subEventType.toLowerCase();
  const known = Object.hasOwn(SUB_EVENTS, sub) ? SUB_EVENTS[sub] : undefined;
  if (known) return { ...known, exact: true };
  const broad = EVENTS.find(([pattern]) => pattern.test(eventType))?.[1] ?? event('other_event');
  return { ...broad, exact: subEventType === '' && broad.type !== 'other_event' };
}

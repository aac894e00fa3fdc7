/** The truth of the story's night, told by hand like the story itself. */
import { toLonLat } from '../land/plane.ts';
import type { World } from '../life/world.ts';
import { at } from '../rng.ts';
import type { Cell } from '../tables.ts';
import { moment, type Teller } from './records.ts';

const ATTACK = 'story-attack';

/** Rows of the tables `events`, `mentions` and `alerts` that belong to the story. */
export function storyTruth(
  world: World,
  { idOf, v, writes }: Teller,
): { events: Cell[][]; mentions: Cell[][]; alerts: Cell[][] } {
  const event = (
    id: string,
    when: Date,
    i: number,
    type: string,
    actor: string,
    cause: string,
    parent: string | null,
    killed: number,
    rest: Partial<Record<'injured' | 'displaced', number>>,
  ): Cell[] => {
    const village = v(i);
    const code = at(world.island.adm2, village.adm2).code;
    const hour = when.getUTCHours();
    return [
      id,
      when.toISOString(),
      ...toLonLat(...village.point),
      village.names.en,
      code,
      type,
      actor,
      null,
      null,
      cause,
      parent,
      null,
      killed,
      killed,
      rest.injured ?? 0,
      0,
      rest.displaced ?? 0,
      0,
      hour >= 20 || hour < 5 ? 1 : 0,
      0,
      null,
    ];
  };
  const events = [
    event('story-mast', moment(0, '01:50'), 1, 'cyber_attack', 'lanterns', 'campaign', null, 0, {}),
    event(ATTACK, moment(0, '02:35'), 0, 'attack_on_civilians', 'lanterns', 'campaign', null, 40, {
      injured: 31,
      displaced: 1200,
    }),
    event('story-barrier', moment(1, '10:00'), 1, 'denial_of_access', 'army', 'follows', ATTACK, 0, {}),
    event('story-pillage', moment(2, '14:00'), 3, 'pillage_destruction', 'lanterns', 'follows', ATTACK, 0, {}),
    event('story-reprisal', moment(5, '21:30'), 1, 'mob_violence', 'watch', 'reprisal', ATTACK, 3, {}),
  ];
  const speaks: [key: string, event: string | null, role: string][] = [
    ['attack', ATTACK, 'first'],
    ['alert', ATTACK, 'alert'],
    ['case', ATTACK, 'first'],
    ['their row', ATTACK, 'row'],
    ['mast', 'story-mast', 'first'],
    ['patrol', ATTACK, 'response'],
    ['walk', ATTACK, 'response'],
    ['visit', ATTACK, 'response'],
    ['told', ATTACK, 'response'],
    ['displaced', ATTACK, 'consequence'],
    ['barrier', 'story-barrier', 'first'],
    ['pillage', 'story-pillage', 'first'],
    ['reprisal', 'story-reprisal', 'first'],
    ['rumour', null, 'false'],
    ['silence 1', null, 'routine'],
    ['silence 2', null, 'routine'],
    ['silence 3', null, 'routine'],
    ['tension', null, 'routine'],
    ['movement', null, 'routine'],
    ['meeting', null, 'routine'],
  ];
  const mentions = speaks.map(([key, of, role]): Cell[] => {
    const versions = writes.filter((w) => w.input.id === idOf(key));
    const { dataset, externalId } = at(versions, 0).input.core.origin;
    return [idOf(key), of, role, dataset, externalId, at(versions, 0).at.toISOString(), versions.length];
  });
  const alerts: Cell[][] = [
    [
      idOf('alert'),
      ATTACK,
      v(0).names.en,
      at(world.island.adm2, v(0).adm2).code,
      moment(0, '02:10').toISOString(),
      moment(0, '02:44').toISOString(),
      null,
      moment(0, '03:05').toISOString(),
      moment(0, '08:10').toISOString(),
      'late',
      'road',
      idOf('patrol'),
    ],
  ];
  return { events, mentions, alerts };
}

/** What each kind of event is like in Tamrin: how often, by whom, with what, and what it does to people and things. */
import type { ActorType, DAMAGED_OBJECTS, EventType, MEANS } from '../../vocabulary/codes.ts';

export type Means = (typeof MEANS)[number];
export type DamagedObject = (typeof DAMAGED_OBJECTS)[number];

export type Profile = {
  type: EventType;
  /** How often, against the others. */
  weight: number;
  by: readonly ActorType[];
  /** Two armed parties rather than a perpetrator and civilians. */
  clash?: boolean;
  /** Chance that somebody dies, and the usual number when so (the median of a long-tailed draw). */
  deadly: number;
  deaths: number;
  /** Usual numbers, 0 where the kind of event does not do this. */
  injured: number;
  abducted: number;
  displaced: number;
  arrested: number;
  means: readonly Means[];
  damage: readonly DamagedObject[];
  /** Chance that the perpetrator is not known. */
  unsigned: number;
  tags: readonly string[];
};

const ARMED: readonly ActorType[] = ['non_state_armed_group', 'proxy_militia', 'communal_militia'];
const STATE: readonly ActorType[] = ['state_security_force'];
const ANY: readonly ActorType[] = [...ARMED, ...STATE, 'self_defence_group'];

const nothing = {
  deadly: 0,
  deaths: 0,
  injured: 0,
  abducted: 0,
  displaced: 0,
  arrested: 0,
  damage: [],
  unsigned: 0.15,
  tags: [],
};
const kind = (
  type: EventType,
  weight: number,
  by: readonly ActorType[],
  means: readonly Means[],
  rest: Partial<Profile> = {},
): Profile => ({
  ...nothing,
  type,
  weight,
  by,
  means,
  ...rest,
});

export const PROFILES: readonly Profile[] = [
  kind(
    'armed_clash',
    16,
    ['non_state_armed_group', 'state_security_force', 'proxy_militia'],
    ['firearms', 'heavy_weapons'],
    {
      clash: true,
      deadly: 0.6,
      deaths: 3,
      injured: 3,
      displaced: 60,
      tags: ['clash'],
    },
  ),
  kind('territory_change', 2, ['non_state_armed_group', 'state_security_force'], ['firearms'], {
    clash: true,
    deadly: 0.3,
    deaths: 2,
    displaced: 200,
  }),
  kind('attack_on_civilians', 17, ANY, ['firearms', 'bladed_blunt'], {
    deadly: 0.72,
    deaths: 2,
    injured: 3,
    displaced: 40,
    damage: ['homes', 'market', 'crops_livestock', 'place_of_worship'],
    unsigned: 0.32,
  }),
  kind('summary_killing', 3, ANY, ['firearms'], { deadly: 1, deaths: 2, unsigned: 0.3, tags: ['right to life'] }),
  kind('torture_ill_treatment', 2, [...STATE, 'proxy_militia'], ['bladed_blunt'], { injured: 2, unsigned: 0.1 }),
  kind('sexual_violence', 4, ANY, ['unknown'], { unsigned: 0.35 }),
  kind('abduction', 7, ['non_state_armed_group', 'proxy_militia', 'gang_criminal'], ['firearms'], {
    deadly: 0.08,
    deaths: 1,
    abducted: 4,
    unsigned: 0.3,
  }),
  kind('enforced_disappearance', 2, STATE, ['unknown'], { abducted: 1, unsigned: 0.25 }),
  kind('arbitrary_detention', 4, [...STATE, 'self_defence_group'], ['none'], { arrested: 5, unsigned: 0.02 }),
  kind('forced_displacement', 3, [...ARMED, 'private_contractor'], ['firearms'], {
    displaced: 300,
    damage: ['homes'],
    unsigned: 0.15,
  }),
  kind('recruitment_of_children', 2, ['non_state_armed_group', 'proxy_militia'], ['unknown'], { unsigned: 0.1 }),
  kind('attack_on_school', 2, ARMED, ['fire', 'firearms'], {
    deadly: 0.1,
    deaths: 1,
    injured: 1,
    damage: ['school'],
    tags: ['education'],
  }),
  kind('attack_on_health', 2, ARMED, ['firearms'], {
    deadly: 0.12,
    deaths: 1,
    injured: 1,
    damage: ['health_facility'],
    tags: ['health'],
  }),
  kind('attack_on_humanitarian', 3, ['non_state_armed_group', 'proxy_militia'], ['firearms'], {
    deadly: 0.12,
    deaths: 1,
    injured: 1,
    damage: ['humanitarian_assets'],
    unsigned: 0.35,
    tags: ['access'],
  }),
  kind('attack_on_peacekeepers', 1.4, ['non_state_armed_group'], ['firearms', 'landmine_ied'], {
    deadly: 0.15,
    deaths: 1,
    injured: 1,
    unsigned: 0.4,
  }),
  kind('denial_of_access', 3, [...STATE, 'non_state_armed_group'], ['none'], { unsigned: 0, tags: ['access'] }),
  kind('pillage_destruction', 9, [...ARMED, 'gang_criminal'], ['fire', 'firearms'], {
    deadly: 0.12,
    deaths: 1,
    displaced: 30,
    damage: ['homes', 'market', 'crops_livestock', 'water'],
    unsigned: 0.3,
  }),
  kind('shelling', 2.5, [...STATE, 'non_state_armed_group'], ['heavy_weapons', 'explosives'], {
    deadly: 0.5,
    deaths: 2,
    injured: 5,
    displaced: 150,
    damage: ['homes', 'school', 'water'],
    unsigned: 0.25,
  }),
  kind('air_drone_strike', 2.5, [...STATE, 'non_state_armed_group'], ['drone', 'autonomous_weapon', 'air_strike'], {
    deadly: 0.55,
    deaths: 3,
    injured: 4,
    damage: ['market', 'homes', 'road_bridge'],
    unsigned: 0.5,
    tags: ['drone'],
  }),
  kind('suicide_bomb', 0.3, ['non_state_armed_group'], ['explosives'], {
    deadly: 0.95,
    deaths: 4,
    injured: 12,
    damage: ['market'],
    unsigned: 0.6,
  }),
  kind('ied_landmine', 4, ['non_state_armed_group'], ['landmine_ied'], {
    deadly: 0.5,
    deaths: 1,
    injured: 2,
    damage: ['road_bridge'],
    unsigned: 0.6,
    tags: ['explosive ordnance'],
  }),
  kind('chemical_weapon', 0.12, STATE, ['chemical'], { deadly: 0.2, deaths: 2, injured: 15, unsigned: 0.8 }),
  kind('cyber_attack', 1.4, ['non_state_armed_group', 'private_contractor', ...STATE], ['cyber'], {
    damage: ['telecommunications', 'power', 'public_building'],
    unsigned: 0.8,
    tags: ['cyber'],
  }),
  kind('mob_violence', 2.5, ['self_defence_group', 'communal_militia'], ['bladed_blunt', 'fire'], {
    deadly: 0.3,
    deaths: 1,
    injured: 3,
    unsigned: 0.2,
  }),
  kind('riot', 1.5, ['communal_militia'], ['bladed_blunt', 'fire'], {
    deadly: 0.1,
    deaths: 1,
    injured: 6,
    damage: ['public_building'],
    unsigned: 0.5,
    tags: ['urban'],
  }),
  kind('peaceful_protest', 3, STATE, ['none'], { unsigned: 1, tags: ['urban'] }),
  kind('protest_repressed', 1.5, STATE, ['bladed_blunt'], { injured: 6, arrested: 12, unsigned: 0, tags: ['urban'] }),
  kind('excessive_force_protest', 0.8, STATE, ['firearms'], {
    deadly: 0.6,
    deaths: 2,
    injured: 14,
    arrested: 20,
    unsigned: 0,
    tags: ['urban'],
  }),
  kind('communal_violence', 7, ['communal_militia', 'self_defence_group'], ['bladed_blunt', 'firearms', 'fire'], {
    deadly: 0.6,
    deaths: 2,
    injured: 4,
    displaced: 80,
    damage: ['crops_livestock', 'homes'],
    unsigned: 0.08,
    tags: ['herders and growers'],
  }),
  kind('siege_restriction', 2, ['non_state_armed_group', 'communal_militia'], ['starvation_siege'], {
    unsigned: 0,
    tags: ['access'],
  }),
  kind('threat_intimidation', 6, [...ANY, 'private_contractor', 'gang_criminal'], ['none', 'surveillance'], {
    unsigned: 0.3,
  }),
  kind('hate_incitement', 2, ['non_state_armed_group', 'communal_militia'], ['none'], {
    unsigned: 0.5,
    tags: ['hate speech'],
  }),
  kind('other_event', 0.8, ['own_partner_force', 'private_contractor'], ['vehicle'], {
    deadly: 0.1,
    deaths: 1,
    injured: 1,
    unsigned: 0,
  }),
];

/** Kinds that survivors and children must not be found by: no words, no place finer than the second level. */
export const SHIELDED: ReadonlySet<string> = new Set<EventType>(['sexual_violence', 'recruitment_of_children']);

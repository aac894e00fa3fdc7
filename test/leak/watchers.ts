/** Who looks: every role as it usually is, and the people and programs whose view is most unlike another's. */
import { ROLES, type RoleCode } from '../../src/vocabulary/index.ts';

export const LEVELS = ['public', 'internal', 'confidential', 'strictly_confidential'] as const;
export type LevelName = (typeof LEVELS)[number];

export interface Watcher {
  name: string;
  /** The mission they are in; `nowhere` is somebody who has not signed in. */
  in: 'here' | 'there' | 'nowhere';
  roles: RoleCode[];
  level: LevelName;
  compartments: string[];
  /** `null`: the whole mission. */
  areas: string[] | null;
  /** Asks with an API token that carries only these. */
  scopes?: string[];
}

/** A component that the mission made for a partner. */
export const PARTNER = 'partner_river_aid';
/** Together they carry every verb. */
const ALL_ROLES: RoleCode[] = ['administrator', 'head_of_office', 'analyst', 'human_rights_officer'];
const COMPARTMENTS = [
  ...['civilian', 'military', 'police', 'human_rights', 'child_protection', 'womens_protection', 'conduct_discipline'],
];

const usual: Watcher[] = ROLES.map((role) => ({
  name: role.code,
  in: 'here',
  roles: [role.code],
  level: role.level,
  compartments: [...role.compartments],
  areas: null,
}));

const here = (name: string, role: RoleCode, level: LevelName, more: Partial<Watcher> = {}): Watcher => ({
  ...{ name, in: 'here', roles: [role], level, compartments: [], areas: null },
  ...more,
});

/** Sees everything here: proves that what others do not find can be found. */
export const SEES_ALL: Watcher = {
  name: 'everything',
  in: 'here',
  roles: ALL_ROLES,
  level: 'strictly_confidential',
  compartments: [...COMPARTMENTS, PARTNER],
  areas: null,
};

export const WATCHERS: readonly Watcher[] = [
  ...usual,
  here('reader of what is public', 'reader', 'public'),
  here('duty officer, internal only', 'duty_officer', 'internal', { compartments: ['civilian'] }),
  here('analyst of one province', 'analyst', 'confidential', { compartments: ['civilian'], areas: ['TM01'] }),
  here('analyst of no area', 'analyst', 'strictly_confidential', { compartments: COMPARTMENTS, areas: [] }),
  here('officer with a partner', 'human_rights_officer', 'confidential', { compartments: [PARTNER] }),
  here('accused component', 'head_of_office', 'strictly_confidential', { compartments: ['military', 'police'] }),
  here('administrator of everything', 'administrator', 'strictly_confidential', { compartments: COMPARTMENTS }),
  here('program that only exports', 'analyst', 'confidential', {
    compartments: ['civilian', 'military', 'police'],
    scopes: ['incident.export'],
  }),
  { ...SEES_ALL, name: 'everything, in another mission', in: 'there', compartments: COMPARTMENTS },
  { name: 'nobody', in: 'nowhere', roles: [], level: 'public', compartments: [], areas: null },
  SEES_ALL,
];

/** What their roles, and the scopes of their token, let them do. */
export function may(watcher: Watcher, verb: string): boolean {
  const carried = watcher.scopes?.includes(verb) ?? true;
  return carried && ROLES.some((role) => watcher.roles.includes(role.code) && role.verbs.some((v) => v === verb));
}

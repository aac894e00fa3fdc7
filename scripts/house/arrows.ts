/**
 * The arrows between rooms, as data: who may import whom (DESIGN §2). The rules, the room map and their tests read it.
 * A room that is not built yet stands here already, so that its first file is held to the plan.
 */

/** For each room, the rooms that lie upstream of it. Every room may import `places` besides. */
export const UPSTREAM = {
  places: [],
  reports: [],
  mandates: [],
  partners: [],
  incidents: ['reports'],
  information: ['reports'],
  warnings: ['incidents', 'reports', 'information'],
  threats: ['warnings', 'incidents', 'reports'],
  support: ['mandates', 'partners', 'incidents'],
  posture: ['warnings', 'partners'],
  responses: ['reports', 'incidents', 'warnings', 'threats', 'mandates', 'support', 'partners', 'posture'],
  outcomes: ['responses', 'incidents'],
  foresight: ['posture', 'warnings', 'mandates', 'outcomes'],
  briefs: [
    'reports',
    'incidents',
    'information',
    'warnings',
    'threats',
    'mandates',
    'support',
    'partners',
    'posture',
    'responses',
    'outcomes',
    'foresight',
  ],
} as const satisfies Record<string, readonly string[]>;

export type Room = keyof typeof UPSTREAM;

/** Every room, upstream first. */
export const ROOMS = Object.keys(UPSTREAM) as Room[];

/** What a room may import besides itself, places, and what every room stands on. */
export const mayImport = (room: Room): readonly Room[] => (room === 'places' ? [] : ['places', ...UPSTREAM[room]]);

/** Folders of `src` that are no rooms: what every room stands on. */
export const GROUND = ['platform', 'methods', 'vocabulary'] as const;

/**
 * Roles as data: sets of verbs with the level and the compartments a person in them usually has.
 * A mission gives a role to a person with narrower or wider scope; the verbs are fixed here.
 */
import { z } from 'zod';
import { COMPARTMENTS, LEVELS } from './codes.ts';
import rolesJson from './roles.json' with { type: 'json' };
import { Labels } from './schema.ts';

/** What a role may do; labels in `lists/verbs.json`. */
export const VERBS = [
  'incident.read',
  'incident.record',
  'incident.edit',
  'incident.confirm',
  'incident.verify',
  'incident.link',
  'incident.comment',
  'incident.export',
  'incident.erase',
  'import.run',
  'mandate.read',
  'mandate.add',
  'mandate.review',
  'brief.read',
  'brief.compose',
  'brief.edit',
  'brief.send',
  'brief.template',
  'places.manage',
  'people.manage',
  'roles.manage',
  'mission.manage',
  'ledger.read',
  'ledger.verify',
  'jobs.read',
  'jobs.cancel',
  'backup.run',
  'token.make',
] as const;

export const ROLE_CODES = [
  'administrator',
  'head_of_office',
  'duty_officer',
  'analyst',
  'human_rights_officer',
  'child_protection_adviser',
  'womens_protection_adviser',
  'conduct_discipline_officer',
  'protection_officer',
  'liaison_assistant',
  'military_liaison',
  'partner',
  'reader',
] as const;

export const RoleDoc = z.strictObject({
  code: z.enum(ROLE_CODES),
  labels: Labels,
  verbs: z.array(z.enum(VERBS)),
  /** Highest level a person in this role reads unless the mission says otherwise. */
  level: z.enum(LEVELS),
  /** Restricted records are seen only in these compartments; unrestricted ones need none. */
  compartments: z.array(z.enum(COMPARTMENTS)),
  /** One sentence: why these verbs and no others. */
  why: Labels,
});

export type RoleCode = (typeof ROLE_CODES)[number];
export type RoleDoc = z.infer<typeof RoleDoc>;

export const ROLES: readonly RoleDoc[] = z.array(RoleDoc).parse(rolesJson);

/** One role. Throws a RangeError for a code that is no role. */
export function role(code: RoleCode): RoleDoc {
  const found = ROLES.find((r) => r.code === code);
  if (!found) throw new RangeError(`There is no role "${code}".`);
  return found;
}

/**
 * The vocabulary: code lists, mission frameworks and roles as data, in three languages.
 * For the server; contracts and the browser import `codes.ts` alone.
 */
export { FIELD_HELP } from './fields.ts';
export { MissionFrameworkDoc } from './framework-schema.ts';
export { FRAMEWORKS, framework } from './frameworks.ts';
export { allLists, type ListId, label } from './lists.ts';
export {
  actorTypeFromAcledInter,
  type FromAcled,
  fromAcled,
  fromUcdp,
  parseUcdpViolence,
  placePrecisionFromAcled,
  placePrecisionFromUcdp,
  timePrecisionFromAcled,
  timePrecisionFromUcdp,
  type UcdpViolence,
} from './mappings.ts';
export { ROLE_CODES, ROLES, type RoleCode, VERBS } from './roles.ts';

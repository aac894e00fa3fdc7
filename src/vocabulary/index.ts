/**
 * The vocabulary: code lists, mission frameworks and roles as data, in three languages.
 * For the server; contracts and the browser import `codes.ts` alone.
 */
export { MissionFrameworkDoc, ROOMS, WORDS } from './framework-schema.ts';
export { FRAMEWORKS, framework } from './frameworks.ts';
export { allLists, equivalents, isListId, type ListId, label, list, listIds } from './lists.ts';
export {
  actorTypeFromAcledInter,
  actorTypeToAcledInter,
  type FromAcled,
  fromAcled,
  fromUcdp,
  graveViolationsOf,
  isSexualViolence,
  type Mapped,
  parseUcdpViolence,
  placePrecisionFromAcled,
  placePrecisionFromUcdp,
  placePrecisionToAcled,
  placePrecisionToUcdp,
  type ToAcled,
  timePrecisionFromAcled,
  timePrecisionFromUcdp,
  timePrecisionToAcled,
  timePrecisionToUcdp,
  toAcled,
  toUcdp,
  type UcdpViolence,
  violationFamiliesOf,
  violationOrAbuse,
} from './mappings.ts';
export { ROLE_CODES, ROLES, type RoleCode, RoleDoc, role, VERBS, type Verb } from './roles.ts';
export type { Code, CodeList, Condition, Equivalent, Labels } from './schema.ts';

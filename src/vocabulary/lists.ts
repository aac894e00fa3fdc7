/** All code lists, loaded and checked once. The server's side only: the browser asks for them or reads `codes.ts`. */

import type { Language } from './codes.ts';
import { FRAMEWORKS } from './frameworks.ts';
import acledEventTypes from './lists/acled-event-types.json' with { type: 'json' };
import acledGeoPrecision from './lists/acled-geo-precision.json' with { type: 'json' };
import acledInter from './lists/acled-inter.json' with { type: 'json' };
import acledTimePrecision from './lists/acled-time-precision.json' with { type: 'json' };
import activityTypes from './lists/activity-types.json' with { type: 'json' };
import actorTypes from './lists/actor-types.json' with { type: 'json' };
import alertOutcomes from './lists/alert-outcomes.json' with { type: 'json' };
import alertStatuses from './lists/alert-statuses.json' with { type: 'json' };
import alertTriages from './lists/alert-triages.json' with { type: 'json' };
import civilianStatuses from './lists/civilian-statuses.json' with { type: 'json' };
import compartments from './lists/compartments.json' with { type: 'json' };
import confidences from './lists/confidences.json' with { type: 'json' };
import crsvTypes from './lists/crsv-types.json' with { type: 'json' };
import damageExtents from './lists/damage-extents.json' with { type: 'json' };
import damagedObjects from './lists/damaged-objects.json' with { type: 'json' };
import eventTypes from './lists/event-types.json' with { type: 'json' };
import genericScenarios from './lists/generic-scenarios.json' with { type: 'json' };
import graveViolations from './lists/grave-violations.json' with { type: 'json' };
import harmKinds from './lists/harm-kinds.json' with { type: 'json' };
import harmedGroups from './lists/harmed-groups.json' with { type: 'json' };
import humanRightsStatuses from './lists/human-rights-statuses.json' with { type: 'json' };
import humanRightsViolationFamilies from './lists/human-rights-violation-families.json' with { type: 'json' };
import incidentRelations from './lists/incident-relations.json' with { type: 'json' };
import indicators from './lists/indicators.json' with { type: 'json' };
import informationGrades from './lists/information-grades.json' with { type: 'json' };
import languages from './lists/languages.json' with { type: 'json' };
import levels from './lists/levels.json' with { type: 'json' };
import likelihoods from './lists/likelihoods.json' with { type: 'json' };
import mandateAddressees from './lists/mandate-addressees.json' with { type: 'json' };
import mandateFindings from './lists/mandate-findings.json' with { type: 'json' };
import mandateKinds from './lists/mandate-kinds.json' with { type: 'json' };
import mandateModalities from './lists/mandate-modalities.json' with { type: 'json' };
import mandateQualifiers from './lists/mandate-qualifiers.json' with { type: 'json' };
import mandateRelations from './lists/mandate-relations.json' with { type: 'json' };
import mandateStrengths from './lists/mandate-strengths.json' with { type: 'json' };
import mandateSubstitutes from './lists/mandate-substitutes.json' with { type: 'json' };
import mandateTasks from './lists/mandate-tasks.json' with { type: 'json' };
import means from './lists/means.json' with { type: 'json' };
import noResponseReasons from './lists/no-response-reasons.json' with { type: 'json' };
import observationTypes from './lists/observation-types.json' with { type: 'json' };
import ochaSensitivity from './lists/ocha-sensitivity.json' with { type: 'json' };
import operationalStatuses from './lists/operational-statuses.json' with { type: 'json' };
import paperStates from './lists/paper-states.json' with { type: 'json' };
import partyRoles from './lists/party-roles.json' with { type: 'json' };
import placePrecisions from './lists/place-precisions.json' with { type: 'json' };
import pocPhases from './lists/poc-phases.json' with { type: 'json' };
import pocTiers from './lists/poc-tiers.json' with { type: 'json' };
import proofLadder from './lists/proof-ladder.json' with { type: 'json' };
import provisionReviews from './lists/provision-reviews.json' with { type: 'json' };
import recordKinds from './lists/record-kinds.json' with { type: 'json' };
import responsibilities from './lists/responsibilities.json' with { type: 'json' };
import sexAge from './lists/sex-age.json' with { type: 'json' };
import sourceGrades from './lists/source-grades.json' with { type: 'json' };
import sourceKinds from './lists/source-kinds.json' with { type: 'json' };
import timePrecisions from './lists/time-precisions.json' with { type: 'json' };
import ucdpDatePrec from './lists/ucdp-date-prec.json' with { type: 'json' };
import ucdpEventClarity from './lists/ucdp-event-clarity.json' with { type: 'json' };
import ucdpViolenceTypes from './lists/ucdp-violence-types.json' with { type: 'json' };
import ucdpWherePrec from './lists/ucdp-where-prec.json' with { type: 'json' };
import unClassification from './lists/un-classification.json' with { type: 'json' };
import verbs from './lists/verbs.json' with { type: 'json' };
import violationOrAbuse from './lists/violation-or-abuse.json' with { type: 'json' };
import { ROLES } from './roles.ts';
import { type Code, CodeList, type Condition, type Equivalent } from './schema.ts';

/** Named from the documents themselves, so that a label is written in one place. */
const derived = {
  'mission-frameworks': {
    id: 'mission-frameworks',
    title: { en: 'Mission frameworks', fr: 'Cadres de mission', ar: 'أطر البعثات' },
    source: '[seed]',
    codes: FRAMEWORKS.map((f) => ({ code: f.code, labels: f.name, help: f.description, source: f.source })),
  },
  roles: {
    id: 'roles',
    title: { en: 'Roles', fr: 'Rôles', ar: 'الأدوار' },
    source: 'unsourced: field knowledge',
    codes: ROLES.map((r) => ({ code: r.code, labels: r.labels, help: r.why })),
  },
};

/** In the order in which people meet them: own lists first, outside taxonomies after. */
const documents = {
  'record-kinds': recordKinds,
  'event-types': eventTypes,
  'observation-types': observationTypes,
  'activity-types': activityTypes,
  'actor-types': actorTypes,
  'party-roles': partyRoles,
  'time-precisions': timePrecisions,
  'place-precisions': placePrecisions,
  'harm-kinds': harmKinds,
  'harmed-groups': harmedGroups,
  'sex-age': sexAge,
  'civilian-statuses': civilianStatuses,
  'operational-statuses': operationalStatuses,
  'human-rights-statuses': humanRightsStatuses,
  likelihoods: likelihoods,
  confidences: confidences,
  responsibilities: responsibilities,
  'source-kinds': sourceKinds,
  'source-grades': sourceGrades,
  'information-grades': informationGrades,
  'mandate-addressees': mandateAddressees,
  'mandate-findings': mandateFindings,
  'mandate-kinds': mandateKinds,
  'mandate-modalities': mandateModalities,
  'mandate-qualifiers': mandateQualifiers,
  'mandate-relations': mandateRelations,
  'mandate-strengths': mandateStrengths,
  'mandate-substitutes': mandateSubstitutes,
  'mandate-tasks': mandateTasks,
  'provision-reviews': provisionReviews,
  means: means,
  'damaged-objects': damagedObjects,
  'damage-extents': damageExtents,
  'incident-relations': incidentRelations,
  'paper-states': paperStates,
  levels: levels,
  compartments: compartments,
  languages: languages,
  'acled-event-types': acledEventTypes,
  'acled-geo-precision': acledGeoPrecision,
  'acled-inter': acledInter,
  'acled-time-precision': acledTimePrecision,
  'alert-outcomes': alertOutcomes,
  'alert-statuses': alertStatuses,
  'alert-triages': alertTriages,
  'crsv-types': crsvTypes,
  'generic-scenarios': genericScenarios,
  'grave-violations': graveViolations,
  'human-rights-violation-families': humanRightsViolationFamilies,
  indicators: indicators,
  'no-response-reasons': noResponseReasons,
  'ocha-sensitivity': ochaSensitivity,
  'poc-phases': pocPhases,
  'poc-tiers': pocTiers,
  'proof-ladder': proofLadder,
  'ucdp-date-prec': ucdpDatePrec,
  'ucdp-event-clarity': ucdpEventClarity,
  'ucdp-violence-types': ucdpViolenceTypes,
  'ucdp-where-prec': ucdpWherePrec,
  'un-classification': unClassification,
  verbs: verbs,
  'violation-or-abuse': violationOrAbuse,
  ...derived,
};

export type ListId = keyof typeof documents;

interface Loaded extends CodeList {
  readonly byCode: ReadonlyMap<string, Code>;
}

const lists: ReadonlyMap<string, Loaded> = new Map(
  Object.entries(documents).map(([id, document]) => {
    const parsed = CodeList.parse(document);
    return [id, { ...parsed, byCode: new Map(parsed.codes.map((c) => [c.code, c])) }];
  }),
);

function loaded(id: ListId): Loaded {
  const found = lists.get(id);
  if (!found) throw new RangeError(`There is no code list "${id}".`);
  return found;
}

/** One list with its codes in order. Throws a RangeError for an id that is no list. */
export function list(id: ListId): CodeList {
  const { byCode: _, ...document } = loaded(id);
  return document;
}

/** Every list, for `/api/v1/vocabulary`. */
export function allLists(): CodeList[] {
  return listIds().map(list);
}

export function listIds(): ListId[] {
  return Object.keys(documents).filter(isListId);
}

/** Whether a text from outside (an address, a query) names a list. */
export function isListId(id: string): id is ListId {
  return Object.hasOwn(documents, id);
}

/** The words for a code. A code the list does not know comes back as it is, so that an old record still prints. */
export function label(id: ListId, code: string, language: Language): string {
  return loaded(id).byCode.get(code)?.labels[language] ?? code;
}

/**
 * The equivalents of a code in another list, best first, leaving out those whose condition does not hold.
 * Empty where there is none, or where the code is unknown.
 */
export function equivalents(
  id: ListId,
  code: string,
  target: ListId,
  holds: ReadonlySet<Condition> = new Set(),
): Equivalent[] {
  const all = loaded(id).byCode.get(code)?.maps?.[target] ?? [];
  return all.filter((e) => e.when === undefined || holds.has(e.when));
}

/**
 * The codes of every list, and nothing else: contracts (and so the browser) import this file.
 * Labels in three languages, sources and mappings to other taxonomies stand in `lists/`; a test holds both together.
 */
import type fields from './fields.json';

/** What happened. Own taxonomy, mapped to ACLED, UCDP GED, the six grave violations and MARA in `lists/event-types.json`. */
export const EVENT_TYPES = [
  'armed_clash',
  'territory_change',
  'attack_on_civilians',
  'summary_killing',
  'torture_ill_treatment',
  'sexual_violence',
  'abduction',
  'enforced_disappearance',
  'arbitrary_detention',
  'forced_displacement',
  'recruitment_of_children',
  'attack_on_school',
  'attack_on_health',
  'attack_on_humanitarian',
  'attack_on_peacekeepers',
  'denial_of_access',
  'pillage_destruction',
  'shelling',
  'air_drone_strike',
  'suicide_bomb',
  'ied_landmine',
  'chemical_weapon',
  'cyber_attack',
  'mob_violence',
  'riot',
  'peaceful_protest',
  'protest_repressed',
  'excessive_force_protest',
  'communal_violence',
  'siege_restriction',
  'threat_intimidation',
  'hate_incitement',
  'other_event',
] as const;

/** Records of the incidents room that are not incidents: what is seen or heard. */
export const OBSERVATION_TYPES = [
  'movement',
  'tension',
  'rumour',
  'displacement_seen',
  'service_interrupted',
  'agreement',
  'group_change',
  'other_observation',
] as const;

/** Records of the incidents room that are not incidents: what people who protect did. */
export const ACTIVITY_TYPES = [
  'patrol',
  'meeting',
  'visit',
  'accompaniment',
  'training',
  'dialogue',
  'escort',
  'other_activity',
] as const;

export const RECORD_KINDS = ['incident', 'observation', 'activity'] as const;

/** Who acts. `unidentified` is a normal value, not a failure. */
export const ACTOR_TYPES = [
  'state_security_force',
  'foreign_force',
  'non_state_armed_group',
  'proxy_militia',
  'self_defence_group',
  'communal_militia',
  'gang_criminal',
  'crowd',
  'private_contractor',
  'own_partner_force',
  'civilians',
  'unidentified',
] as const;

/** The part a named party plays, as the source states it. */
export const PARTY_ROLES = ['alleged_perpetrator', 'party', 'target', 'present'] as const;

/** How certain the date is; the record always carries a range of days beside it. */
export const TIME_PRECISIONS = ['minute', 'hour', 'day', 'days_2_6', 'week', 'month', 'longer'] as const;

/** How certain the place is, finest first. */
export const PLACE_PRECISIONS = [
  'exact',
  'near',
  'adm2',
  'adm1',
  'vague_feature',
  'country',
  'international',
  'unknown',
] as const;

export const HARM_KINDS = ['killed', 'injured', 'abducted', 'displaced', 'arrested', 'sexual_violence'] as const;

/** Whose harm a row of figures counts. `all` includes civilians. */
export const HARMED_GROUPS = ['civilians', 'all', 'side_a', 'side_b', 'status_unknown'] as const;

export const SEX_AGE = ['women', 'men', 'girls', 'boys', 'unknown'] as const;

/** Whether an outside or own source says the victims were civilians. Presumed in doubt. */
export const CIVILIAN_STATUSES = ['civilian', 'presumed_civilian', 'combatant', 'disputed', 'not_stated'] as const;

/** Owner: joint operations or analysis centre. */
export const OPERATIONAL_STATUSES = ['unconfirmed', 'being_confirmed', 'confirmed', 'disproved'] as const;

/** Owner: human rights, child or women's protection. The last rung is the UN default standard, not a court's "proven". */
export const HUMAN_RIGHTS_STATUSES = [
  'not_examined',
  'allegation',
  'being_verified',
  'reasonable_suspicion',
  'reasonable_grounds',
  'not_verified',
] as const;

export const LIKELIHOODS = ['likely', 'possible', 'unlikely', 'open', 'excluded'] as const;
export const CONFIDENCES = ['high', 'moderate', 'low'] as const;
export const RESPONSIBILITIES = [
  'direct',
  'command',
  'indirect_command',
  'material',
  'supporting',
  'not_stated',
] as const;

export const SOURCE_KINDS = [
  'own_observation',
  'report',
  'media',
  'organisation',
  'government',
  'data_set',
  'document',
  'sealed',
] as const;
/** Admiralty grades: source and information are graded independently. */
export const SOURCE_GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const INFORMATION_GRADES = ['1', '2', '3', '4', '5', '6'] as const;

export const MEANS = [
  'firearms',
  'heavy_weapons',
  'explosives',
  'landmine_ied',
  'air_strike',
  'drone',
  'autonomous_weapon',
  'cyber',
  'chemical',
  'bladed_blunt',
  'fire',
  'vehicle',
  'starvation_siege',
  'surveillance',
  'none',
  'unknown',
] as const;

export const DAMAGED_OBJECTS = [
  'homes',
  'school',
  'health_facility',
  'place_of_worship',
  'market',
  'water',
  'power',
  'telecommunications',
  'road_bridge',
  'camp_settlement',
  'crops_livestock',
  'cultural_property',
  'humanitarian_assets',
  'public_building',
  'other_object',
] as const;
export const DAMAGE_EXTENTS = ['destroyed', 'damaged', 'looted', 'out_of_service', 'occupied', 'unknown'] as const;

export const INCIDENT_RELATIONS = [
  'reprisal_for',
  'in_response_to',
  'simultaneous',
  'related',
  'duplicate_of',
] as const;

/** Sensitivity, lowest first. A level attaches to a fixed group of fields. */
export const LEVELS = ['public', 'internal', 'confidential', 'strictly_confidential'] as const;

/** Components; a mission adds its partners by name. */
export const COMPARTMENTS = [
  'civilian',
  'military',
  'police',
  'human_rights',
  'child_protection',
  'womens_protection',
  'conduct_discipline',
] as const;

export const MISSION_FRAMEWORKS = [
  'civilian_unarmed',
  'state_support_stabilisation',
  'counter_insurgency_parallel_forces',
  'specialised_humanitarian',
  'ceasefire_grey_zone',
] as const;

export const LANGUAGES = ['en', 'fr', 'ar'] as const;

/** Fields of records, filters, imports and settings that `fields.json` explains. */

/** Tiers of protection: dialogue, physical protection, a protective environment; at once, no ladder. */
export const POC_TIERS = ['I', 'II', 'III'] as const;

/** What a mandate gives to do: variable names of PACT, and two of ours. Scope notes: `docs/mandates-codebook.md`. */
export const MANDATE_TASKS = [
  'DisarmamentDemobilization',
  'Reintegration',
  'TransitionalJustice',
  'ControlSALW',
  'Demilitarization',
  'ArmsEmbargo',
  'CivilianProtection',
  'CivilianProtectionZones',
  'CivilianProtectionCommunityAlert',
  'HumanRights',
  'ChildRights',
  'SexualViolence',
  'PoliceReform',
  'MilitaryReform',
  'JusticeSectorReform',
  'PrisonReform',
  'BorderControl',
  'Demining',
  'Resources',
  'StateAuthority',
  'StateAdministration',
  'DemocraticInstitutions',
  'ElectoralSecurity',
  'ElectionAssistance',
  'VoterEducation',
  'PartyAssistance',
  'CivilSocietyAssistance',
  'Media',
  'PowerSharing',
  'LocalReconciliation',
  'NationalReconciliation',
  'EconomicDevelopment',
  'HumanitarianRelief',
  'PublicHealth',
  'RefugeeAssistance',
  'Gender',
  'LegalReform',
  'Ceasefire',
  'PeaceProcess',
  'OperationsPatrolsInterventions',
  'OperationsUseOfForce',
  'CommunityEngagement',
  'UNPersonnelProtection',
] as const;

/** How a task is to be done. */
export const MANDATE_MODALITIES = ['monitor', 'assist', 'secure'] as const;

/** Leading verbs by their strength, the strongest first. */
export const MANDATE_STRENGTHS = [
  'demands',
  'decides',
  'authorizes',
  'requests',
  'urges',
  'calls_upon',
  'encourages',
  'emphasizes',
  'reaffirms',
  'condemns',
  'welcomes',
  'notes',
] as const;

/** Whom a paragraph addresses. */
export const MANDATE_ADDRESSEES = [
  'mission',
  'regional_force',
  'special_representative',
  'secretary_general',
  'host_state',
  'parties',
  'armed_groups',
  'neighbouring_states',
  'all_states',
  'contributing_countries',
  'donors',
  'un_system',
  'regional_organizations',
  'committee',
  'experts',
  'council',
  'other',
] as const;

/** What widens, narrows, dates or conditions a task. */
export const MANDATE_QUALIFIERS = [
  'all_necessary_means',
  'threat_of_violence',
  'imminent_threat',
  'within_capabilities',
  'areas_of_deployment',
  'primary_responsibility',
  'irrespective_of_source',
  'in_support_of_authorities',
  'jointly_with_authorities',
  'at_request',
  'due_diligence',
  'international_law',
  'basic_principles',
  'last_resort',
  'exceptional_basis',
  'priority',
  'ceiling',
  'sunset',
  'ends',
  'deadline',
  'reporting',
  'place',
] as const;

/** How a text refers to another. */
export const MANDATE_RELATIONS = ['recalls', 'reaffirms', 'extends', 'amends', 'implements', 'cites'] as const;

/** What the à-la-carte test can find. Labels say it, help says what it blinds or risks; `mandate-substitutes` where else the capacity might come from. */
export const MANDATE_FINDINGS = [
  'no_human_rights_monitoring',
  'no_early_warning',
  'no_access',
  'no_community_engagement',
  'no_means',
  'means_cut',
  'no_consent',
  'consent_withdrawn',
  'stretched',
  'state_support',
] as const;

/** What kind of text a mandate is. */
export const MANDATE_KINDS = [
  'resolution',
  'regional_mandate',
  'compact',
  'status_agreement',
  'compliance_framework',
  'national_plan',
  'other_text',
] as const;

/** Who vouches for what is said of a provision: the rules alone, or a person who read it too. */
export const PROVISION_REVIEWS = ['read', 'confirmed', 'corrected'] as const;

export type Explained = keyof typeof fields;

export type EventType = (typeof EVENT_TYPES)[number];
export type RecordKind = (typeof RECORD_KINDS)[number];
export type ActorType = (typeof ACTOR_TYPES)[number];
export type PartyRole = (typeof PARTY_ROLES)[number];
export type TimePrecision = (typeof TIME_PRECISIONS)[number];
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];
export type HarmKind = (typeof HARM_KINDS)[number];
export type HarmedGroup = (typeof HARMED_GROUPS)[number];
export type SexAge = (typeof SEX_AGE)[number];
export type OperationalStatus = (typeof OPERATIONAL_STATUSES)[number];
export type HumanRightsStatus = (typeof HUMAN_RIGHTS_STATUSES)[number];
export type Level = (typeof LEVELS)[number];
export type Compartment = (typeof COMPARTMENTS)[number];
export type Language = (typeof LANGUAGES)[number];
export type MissionFramework = (typeof MISSION_FRAMEWORKS)[number];
export type PocTier = (typeof POC_TIERS)[number];
export type MandateTask = (typeof MANDATE_TASKS)[number];
export type MandateModality = (typeof MANDATE_MODALITIES)[number];
export type MandateStrength = (typeof MANDATE_STRENGTHS)[number];
export type MandateAddressee = (typeof MANDATE_ADDRESSEES)[number];
export type MandateQualifier = (typeof MANDATE_QUALIFIERS)[number];
export type MandateRelation = (typeof MANDATE_RELATIONS)[number];
export type ProvisionReview = (typeof PROVISION_REVIEWS)[number];
export type MandateKind = (typeof MANDATE_KINDS)[number];
export type MandateFinding = (typeof MANDATE_FINDINGS)[number];

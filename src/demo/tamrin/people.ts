/** Who works in the demonstration mission: accounts for the lead of the demonstration to create. All invented. */
import type { Compartment, Language } from '../../vocabulary/codes.ts';
import type { Names } from './names.ts';

export type PersonKey =
  | 'administrator'
  | 'head_of_mission'
  | 'duty_officer'
  | 'analyst'
  | 'human_rights_officer'
  | 'womens_protection_adviser'
  | 'child_protection_adviser'
  | 'military_officer'
  | 'police_officer'
  | 'liaison_assistant'
  | 'field_officer_en'
  | 'field_officer_fr'
  | 'field_officer_ar'
  | 'conduct_officer'
  | 'data_officer';

/** `key` is what a write's `by` names. */
export type DemoPerson = {
  key: PersonKey;
  name: string;
  email: string;
  title: Names;
  language: Language;
  compartments: readonly Compartment[];
};

const person = (
  key: PersonKey,
  name: string,
  language: Language,
  title: Names,
  compartments: readonly Compartment[] = ['civilian'],
): DemoPerson => ({ key, name, email: `${key.replaceAll('_', '.')}@tamrin.example`, title, language, compartments });

export const PEOPLE: readonly DemoPerson[] = [
  person('administrator', 'Selmu Idoran', 'en', { en: 'Administrator', fr: 'Administratrice', ar: 'مديرة النظام' }),
  person(
    'head_of_mission',
    'Nadorel Eshune',
    'fr',
    { en: 'Head of mission', fr: 'Cheffe de la mission', ar: 'رئيسة البعثة' },
    ['civilian', 'military', 'police', 'human_rights'],
  ),
  person('duty_officer', 'Orim Beshul', 'en', { en: 'Duty officer', fr: 'Officier de permanence', ar: 'ضابط مناوب' }, [
    'civilian',
    'military',
    'police',
  ]),
  person('analyst', 'Lidoru Zamel', 'en', { en: 'Analyst', fr: 'Analyste', ar: 'محلل' }, [
    'civilian',
    'military',
    'police',
  ]),
  person(
    'human_rights_officer',
    'Inashi Koldur',
    'fr',
    { en: 'Human rights officer', fr: 'Chargée des droits de l’homme', ar: 'موظفة حقوق الإنسان' },
    ['civilian', 'human_rights', 'womens_protection', 'child_protection'],
  ),
  person(
    'womens_protection_adviser',
    'Temuli Arosh',
    'fr',
    { en: 'Women’s protection adviser', fr: 'Conseillère pour la protection des femmes', ar: 'مستشارة حماية المرأة' },
    ['civilian', 'human_rights', 'womens_protection'],
  ),
  person(
    'child_protection_adviser',
    'Zunar Elimo',
    'en',
    { en: 'Child protection adviser', fr: 'Conseiller pour la protection de l’enfance', ar: 'مستشار حماية الطفل' },
    ['civilian', 'human_rights', 'child_protection'],
  ),
  person(
    'military_officer',
    'Kelsor Dumani',
    'en',
    { en: 'Military operations officer', fr: 'Officier des opérations', ar: 'ضابط عمليات عسكرية' },
    ['military'],
  ),
  person(
    'police_officer',
    'Amshe Torilu',
    'fr',
    { en: 'Police officer', fr: 'Officière de police', ar: 'ضابطة شرطة' },
    ['police'],
  ),
  person('liaison_assistant', 'Rumiso Nelak', 'ar', {
    en: 'Community liaison assistant, Orlumi valley',
    fr: 'Assistant de liaison communautaire, vallée de l’Orloumi',
    ar: 'مساعد اتصال مجتمعي، وادي أورلومي',
  }),
  person('field_officer_en', 'Dashel Umiro', 'en', {
    en: 'Field officer',
    fr: 'Agente de terrain',
    ar: 'موظفة ميدانية',
  }),
  person('field_officer_fr', 'Moreni Shadul', 'fr', { en: 'Field officer', fr: 'Agent de terrain', ar: 'موظف ميداني' }),
  person('field_officer_ar', 'Sorina Telmaz', 'ar', {
    en: 'Field officer',
    fr: 'Agente de terrain',
    ar: 'موظفة ميدانية',
  }),
  person(
    'conduct_officer',
    'Yulan Desorim',
    'en',
    { en: 'Conduct and discipline officer', fr: 'Chargé de la déontologie', ar: 'موظف السلوك والانضباط' },
    ['conduct_discipline'],
  ),
  person('data_officer', 'Folize Marun', 'en', { en: 'Data officer', fr: 'Chargée des données', ar: 'موظفة بيانات' }),
];

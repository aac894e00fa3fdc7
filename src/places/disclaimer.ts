import type { Language } from '../vocabulary/codes.ts';

/** Stands on every map and every printed sheet that has one. The words are those of the United Nations' maps. */
export const DISCLAIMER: Readonly<Record<Language, string>> = {
  en: 'The boundaries and names shown and the designations used on this map do not imply official endorsement or acceptance.',
  fr: 'Les frontières et les noms indiqués et les désignations employées sur cette carte n’impliquent ni reconnaissance ni acceptation officielles.',
  ar: 'لا تعني الحدود والأسماء المبيّنة والتسميات المستخدمة على هذه الخريطة إقراراً أو قبولاً رسمياً بها.',
};

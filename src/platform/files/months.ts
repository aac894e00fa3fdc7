/** Names of months and weekdays in English, French and Arabic, in the forms that reports use. */

/** January to December. Arabic: of Egypt, Sudan and the Gulf; of the Levant and Iraq; of the Maghreb. */
const MONTHS: readonly string[] = [
  'january jan janvier janv يناير كانون_الثاني جانفي',
  'february feb fevrier fevr fev فبراير شباط فيفري',
  'march mar mars مارس آذار',
  'april apr avril avr أبريل إبريل نيسان أفريل',
  'may mai مايو أيار ماي',
  'june jun juin يونيو يونيه حزيران جوان',
  'july jul juillet juil يوليو يوليه تموز جويلية',
  'august aug aout أغسطس آب أوت',
  'september sep sept septembre سبتمبر أيلول',
  'october oct octobre أكتوبر تشرين_الأول',
  'november nov novembre نوفمبر تشرين_الثاني',
  'december dec decembre ديسمبر كانون_الأول',
];

const WEEKDAYS =
  'monday mon tuesday tue wednesday wed thursday thu friday fri saturday sat sunday sun ' +
  'lundi mardi mercredi jeudi vendredi samedi dimanche ' +
  'الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد يوم';

const months = new Map(
  MONTHS.flatMap((names, index) => names.split(' ').map((name) => [fold(name.replace('_', ' ')), index + 1] as const)),
);
const weekdays = new Set(WEEKDAYS.split(' ').map(fold));

/** 1–12, or `null`. Accents, capitals, abbreviating dots and the forms of alef make no difference. */
export function monthNumber(name: string): number | null {
  const direct = months.get(fold(name));
  if (direct) return direct;
  // Iraqi and regional papers give both names: آذار/مارس.
  const parts = name.split('/').map((part) => months.get(fold(part)));
  return parts.length === 2 && parts[0] && parts[0] === parts[1] ? parts[0] : null;
}

export function isWeekday(name: string): boolean {
  return weekdays.has(fold(name));
}

function fold(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[\p{M}\u0640.،,]/gu, '')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll(/ +/g, ' ')
    .trim()
    .toLowerCase();
}

/** What a person decides about a file before it is brought in. Pure. */
import type { ImportChoices, ImportPreview, Mapping, Schema } from '../../../src/incidents/import/contract.ts';
import { LEVELS, type Level } from '../../../src/vocabulary/codes.ts';

export interface Plan {
  schema: Schema;
  /** Of a workbook. */
  sheet: string | null;
  /** `own`: the mission's records; otherwise `dataset` names the outside data set. */
  own: boolean;
  dataset: string;
  mapping: Mapping;
  rememberAs: string;
  /** `null`: as this kind of data usually has them. */
  levels: { core: Level; account: Level } | null;
  compartments: string[];
  complete: boolean;
  /** Questions that somebody has answered. */
  answered: string[];
  /** What the form behind the file calls its codes, by the folded code; empty without a form. */
  labels: Record<string, string>;
}

const SLUG = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** What each column seems to be, where the file has no known columns. */
function proposedMapping({ mapping, guesses }: Pick<ImportPreview, 'mapping' | 'guesses'>): Mapping {
  const columns = Object.fromEntries(guesses.map(({ header, field }) => [header, field]));
  return (
    mapping ?? {
      ...{ columns, constants: {}, dateOrder: null, decimalComma: null },
      ...{ types: {}, actorTypes: {}, timePrecisions: {}, placePrecisions: {}, places: {}, figuresFrom: null },
    }
  );
}

export const firstPlan = (preview: ImportPreview): Plan => ({
  schema: preview.schema,
  sheet: preview.sheet,
  own: preview.dataset === 'own',
  dataset: preview.dataset === 'own' ? '' : preview.dataset,
  mapping: proposedMapping(preview),
  rememberAs: preview.remembered ?? '',
  levels: null,
  compartments: [],
  complete: false,
  answered: [],
  labels: preview.form?.labels ?? {},
});

/** Only tables whose columns nobody knows are mapped by a person. */
export const isMapped = ({ schema }: Pick<Plan, 'schema'>): boolean => schema === 'generic' || schema === 'hxl';

export const hasDataset = ({ own, dataset }: Pick<Plan, 'own' | 'dataset'>): boolean =>
  own || (SLUG.test(dataset) && dataset !== 'own');

/** The account is never less secret than the core. */
export function raised(core: Level, account: Level): { core: Level; account: Level } {
  return { core, account: LEVELS.indexOf(account) < LEVELS.indexOf(core) ? core : account };
}

/** As the server wants it. */
export function choicesOf(plan: Plan): ImportChoices {
  return {
    schema: plan.schema,
    dataset: plan.own ? 'own' : plan.dataset,
    ...(plan.sheet === null ? {} : { sheet: plan.sheet }),
    ...(isMapped(plan) ? { mapping: plan.mapping } : {}),
    ...(plan.levels ? { levels: { ...plan.levels, protected: 'strictly_confidential' as const } } : {}),
    compartments: plan.compartments,
    complete: plan.complete,
  };
}

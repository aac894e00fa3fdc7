/** Mandates: the chain of them, one with all its provisions, and what a person says of what was read. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { FieldCard } from '../../src/briefs/contract.ts';
import { ComparisonView, YearsView } from '../../src/mandates/answers/contract.ts';
import {
  type AddMandate,
  DocumentText,
  type EditMandate,
  Mandate,
  MandateList,
  MandatePreview,
  Provision,
  ProvisionVersions,
  ReviewedMany,
  type ReviewMany,
  type ReviewProvision,
} from '../../src/mandates/contract.ts';
import type { Language } from '../../src/vocabulary/codes.ts';
import { API, call, query } from './client.ts';
import { upload } from './upload.ts';

const root = (mission: string) => `/missions/${mission}/mandates`;
export const mandateKeys = (mission: string) => ['mandates', mission] as const;

/** What was known at a moment does not change. */
const fresh = (asOf: string | undefined) => ({ staleTime: asOf ? Number.POSITIVE_INFINITY : 30_000 });

export const mandatesQuery = (mission: string, asOf?: string) =>
  queryOptions({
    queryKey: [...mandateKeys(mission), 'list', asOf ?? null],
    queryFn: ({ signal }) => call(`${root(mission)}${query({ asOf })}`, { signal, answer: MandateList }),
    select: ({ items }) => items,
    ...fresh(asOf),
  });

export const mandateQuery = (mission: string, id: string, asOf?: string) =>
  queryOptions({
    queryKey: [...mandateKeys(mission), 'one', id, asOf ?? null],
    queryFn: ({ signal }) => call(`${root(mission)}/${id}${query({ asOf })}`, { signal, answer: Mandate }),
    ...fresh(asOf),
  });

/** @param date the day that is asked about; the mission's today where there is none */
export const yearsQuery = (mission: string, date?: string, asOf?: string) =>
  queryOptions({
    queryKey: [...mandateKeys(mission), 'years', date ?? null, asOf ?? null],
    queryFn: ({ signal }) => call(`${root(mission)}/years${query({ date, asOf })}`, { signal, answer: YearsView }),
    ...fresh(asOf),
  });

export const comparisonQuery = (mission: string, before: string, after: string, asOf?: string) =>
  queryOptions({
    queryKey: [...mandateKeys(mission), 'compare', before, after, asOf ?? null],
    queryFn: ({ signal }) =>
      call(`${root(mission)}/compare${query({ before, after, asOf })}`, { signal, answer: ComparisonView }),
    ...fresh(asOf),
  });

/** Every version of a provision, oldest first. */
export const provisionVersionsQuery = (mission: string, { mandate, id }: Provision, asOf?: string) =>
  queryOptions({
    queryKey: [...mandateKeys(mission), 'versions', id, asOf ?? null],
    queryFn: ({ signal }) =>
      call(`${root(mission)}/${mandate}/provisions/${id}/versions${query({ asOf })}`, {
        signal,
        answer: ProvisionVersions,
      }),
    select: ({ items }) => items,
    ...fresh(asOf),
  });

/** What the rules find in a text; nothing of it is kept. */
export const previewMandate = (mission: string, text: string) =>
  call(`${root(mission)}/preview`, { method: 'POST', body: { text }, answer: MandatePreview });

export const addMandate = (mission: string, body: z.input<typeof AddMandate>) =>
  call(root(mission), { method: 'POST', body, answer: Mandate });

/** @param version the one that was on the screen, here and below */
export const editMandate = (mission: string, id: string, version: number, body: EditMandate) =>
  call(`${root(mission)}/${id}`, { method: 'PUT', body, ifMatch: version, answer: Mandate });

export const withdrawMandate = (mission: string, id: string, version: number, note: string) =>
  call(`${root(mission)}/${id}/withdraw`, { method: 'POST', body: { note }, ifMatch: version, answer: Mandate });

export const readMandateAgain = (mission: string, id: string) =>
  call(`${root(mission)}/${id}/read-again`, { method: 'POST', answer: Mandate });

export const reviewProvision = (mission: string, { mandate, id, version }: Provision, body: ReviewProvision) =>
  call(`${root(mission)}/${mandate}/provisions/${id}/review`, {
    method: 'POST',
    body,
    ifMatch: version,
    answer: Provision,
  });

export const confirmMany = (mission: string, mandate: string, body: ReviewMany) =>
  call(`${root(mission)}/${mandate}/provisions/review`, { method: 'POST', body, answer: ReviewedMany });

/** The words of a document; nothing of it is kept. */
export function textOfDocument(mission: string, file: File) {
  const form = new FormData();
  form.append('file', file);
  return upload(`${root(mission)}/text`, form, DocumentText, {});
}

interface AskedCard {
  language: Language;
  date: string | undefined;
  asOf: string | undefined;
}

export const fieldCardQuery = (mission: string, asked: AskedCard) =>
  queryOptions({
    queryKey: [...mandateKeys(mission), 'card', asked],
    queryFn: ({ signal }) =>
      call(`/missions/${mission}/papers/card${query({ ...asked })}`, { signal, answer: FieldCard }),
    ...fresh(asked.asOf),
  });

/** Where the browser fetches the card as a file; the ledger notes it. */
export const fieldCardUrl = (mission: string, asked: AskedCard, format: 'pdf' | 'docx') =>
  `${API}/missions/${mission}/papers/card/file${query({ ...asked, format })}`;

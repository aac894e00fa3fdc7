/** Pure: what a reading becomes as provisions, and what a person may say of one. */
import { createHash } from 'node:crypto';
import { KingaError } from '../../platform/errors.ts';
import type { ProvisionReview } from '../../vocabulary/codes.ts';
import type { Paragraph, Provision, Reading, ReviewProvision, Span } from '../contract.ts';

/** What the rules say of a paragraph holds until a person has read it; from then on only a person changes it. */
export const PROVISION_LIFE: Record<ProvisionReview, readonly ProvisionReview[]> = {
  read: ['confirmed', 'corrected'],
  confirmed: ['corrected'],
  corrected: ['corrected'],
};

/** What a version of a provision says; its ledger line digests it. */
export type ProvisionContent = Omit<Provision, 'id' | 'version' | 'knownAt' | 'by' | 'byName'> & {
  /** Newer rules find no such paragraph. */
  gone: boolean;
};

export interface Draft {
  id: string;
  content: ProvisionContent;
}

/** The same paragraph of the same mandate has the same id, whoever reads it and however often: a reading can be repeated. */
const provisionId = (mandate: string, { kind, number }: Pick<Paragraph, 'kind' | 'number'>): string =>
  idOf(mandate, kind, number);

/** @returns the same id for the same parts */
export function idOf(...parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join('\0')).digest();
  // A UUID of version 8: made by a rule of our own.
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Every paragraph of a reading as a provision that nobody has confirmed. */
export function draftsOf(mandate: string, reading: Reading): Draft[] {
  return reading.paragraphs.map(({ text: _, ...paragraph }) => ({
    id: provisionId(mandate, paragraph),
    content: { ...paragraph, mandate, review: 'read', note: null, rules: reading.rules, gone: false },
  }));
}

/**
 * What newer rules change: provisions that nobody has looked at are read again, new paragraphs are added, and those that
 * are no more say so. What a person confirmed or corrected stays.
 */
export function readAnew(current: ReadonlyMap<string, ProvisionContent>, mandate: string, reading: Reading): Draft[] {
  const drafts = draftsOf(mandate, reading);
  const found = new Set(drafts.map(({ id }) => id));
  const { rules } = reading;
  const lost = [...current].flatMap(([id, content]) =>
    found.has(id) || content.gone ? [] : [{ id, content: { ...content, rules, gone: true } }],
  );
  return [...drafts, ...lost].filter(({ id }) => {
    const before = current.get(id);
    return !before || (before.review === 'read' && before.rules !== rules);
  });
}

/** @throws `state_conflict`, `invalid_input` naming what points outside the paragraph or has a tier that it cannot have */
export function reviewed(before: ProvisionContent, review: ReviewProvision): ProvisionContent {
  const to: ProvisionReview = review.act === 'confirm' ? 'confirmed' : 'corrected';
  if (!PROVISION_LIFE[before.review].includes(to)) throw new KingaError('state_conflict', { from: before.review, to });
  if (review.act === 'confirm') return { ...before, review: to, note: review.note };
  for (const { code, span, tier } of review.codes) {
    mustBeWithin(before.span, span, code);
    if (tier !== null && code !== 'CivilianProtection')
      throw new KingaError('invalid_input', { what: `only protection of civilians has tiers, not ${code}` });
  }
  for (const { code, span } of review.qualifiers) mustBeWithin(before.span, span, code);
  const codes = review.codes.map((code) => ({ ...code, confidence: 1 }));
  return { ...before, codes, qualifiers: review.qualifiers, review: to, note: review.note };
}

function mustBeWithin([from, to]: Span, span: Span, what: string): void {
  if (span[0] < from || span[1] > to || span[0] >= span[1])
    throw new KingaError('invalid_input', { what: `${what} rests on words that are not in this paragraph` });
}

/** A paragraph's words cut where something that was read in them begins or ends. Pure. */
import type { Provision } from '../../../src/mandates/contract.ts';

export interface Segment {
  from: number;
  text: string;
  /** Marks that rest on these words: `t0` is the first task, `q0` the first qualifier. */
  marks: readonly string[];
}

export function segmentsOf(source: string, { span, codes, qualifiers }: Provision): Segment[] {
  const marks = [
    ...codes.map((code, n) => ({ id: `t${n}`, span: code.span })),
    ...qualifiers.map((qualifier, n) => ({ id: `q${n}`, span: qualifier.span })),
  ];
  const within = (at: number) => at > span[0] && at < span[1];
  const cuts = [...new Set([span[0], ...marks.flatMap((mark) => mark.span).filter(within), span[1]])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, n) => {
    const to = cuts[n + 1] ?? span[1];
    const over = marks.filter((mark) => mark.span[0] <= from && mark.span[1] >= to);
    return { from, text: source.slice(from, to), marks: over.map(({ id }) => id) };
  });
}

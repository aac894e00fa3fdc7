import type { Block } from '../../../../src/briefs/contract.ts';
import { PaperNumber, Parts } from './number.tsx';

/** The line of key figures: whose they are, the number, and what stands beside it. */
export function PaperFigures({ figures }: { figures: Extract<Block, { type: 'figures' }> }) {
  return (
    <section className="paper-figures" aria-label={figures.title}>
      <h3>{figures.title}</h3>
      <dl>
        {figures.items.map(({ label, number, beside }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <PaperNumber number={number} className="paper-figure" />
              <span className="soft small">
                <Parts parts={beside} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

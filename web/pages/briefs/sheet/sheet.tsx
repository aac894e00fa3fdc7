/** A paper as it lies on the table: masthead, blocks, and on every sheet its level, its line and the ledger's root. */
import { Fragment, type ReactNode } from 'react';
import type { Block, Drawn } from '../../../../src/briefs/contract.ts';
import { PaperChart } from './chart.tsx';
import { PaperFigures } from './figures.tsx';
import { PaperIncidents } from './incidents.tsx';
import { PaperMap } from './map.tsx';
import { Parts } from './number.tsx';
import { PaperTable } from './table.tsx';
import './sheet.css';

export type Paragraph = Extract<Block, { type: 'paragraph' }>;

interface SheetProps {
  paper: Drawn;
  /** Draws a paragraph that may be edited; without it, it is read only. */
  editable?: (paragraph: Paragraph, words: ReactNode) => ReactNode;
}

export function Sheet({ paper, editable }: SheetProps) {
  const { sheet, language } = paper;
  const isRtl = language === 'ar';
  const blocks = shown(paper.blocks, editable !== undefined);
  return (
    <article
      className="paper"
      lang={language}
      dir={isRtl ? 'rtl' : 'ltr'}
      aria-label={`${paper.title}, ${paper.subtitle}`}
    >
      <Edge paper={paper} />
      <header className="paper-masthead">
        <h2>{paper.title}</h2>
        <p className="paper-subtitle">{paper.subtitle}</p>
        <p className="soft small">{sheet.asOf}</p>
      </header>
      <div className="paper-blocks">
        {sectionsOf(blocks).map(({ heading, rest }) => (
          <section key={heading?.id ?? 'opening'} className="paper-section">
            {heading && <h3 className="paper-heading">{heading.text}</h3>}
            {listed(rest).map(({ key, items, block }) =>
              items ? (
                <ul key={key} className="paper-items">
                  {items.map((item) => (
                    <li key={item.id}>{drawn(item, editable)}</li>
                  ))}
                </ul>
              ) : (
                <Fragment key={key}>
                  {block && (
                    <BlockOf block={block} heading={heading?.text ?? paper.title} isRtl={isRtl} editable={editable} />
                  )}
                </Fragment>
              ),
            )}
          </section>
        ))}
        {sheet.signature && <p className="paper-signature">{sheet.signature}</p>}
      </div>
      <footer className="paper-foot small">
        <p className="soft">{sheet.asOf}</p>
        <p className="soft paper-ledger">{sheet.ledger}</p>
        <b>{sheet.level}</b>
      </footer>
    </article>
  );
}

/** The sheet's head: whose it is, its level, and that it is invented where it is. */
function Edge({ paper: { mission, sheet } }: { paper: Drawn }) {
  return (
    <div className="paper-edge small">
      <span className="soft">{mission.name}</span>
      <b>{sheet.level}</b>
      {sheet.simulated && <b className="paper-invented">{sheet.simulated}</b>}
    </div>
  );
}

interface BlockProps {
  editable: SheetProps['editable'];
  block: Block;
  /** What the section is called, for those who come to a table by its name. */
  heading: string;
  isRtl: boolean;
}

function BlockOf({ block, heading, isRtl, editable }: BlockProps) {
  switch (block.type) {
    case 'heading':
      return <h3 className="paper-heading">{block.text}</h3>;
    case 'paragraph':
      return drawn(block, editable);
    case 'note':
      return (
        <p className="soft small paper-note">
          <Parts parts={block.parts} />
        </p>
      );
    case 'figures':
      return <PaperFigures figures={block} />;
    case 'table':
      return <PaperTable table={block} caption={heading} />;
    case 'map':
      return <PaperMap map={block} />;
    case 'chart':
      return <PaperChart chart={block} isRtl={isRtl} />;
    case 'incidents':
      return <PaperIncidents incidents={block} />;
  }
}

function drawn(paragraph: Paragraph, editable: SheetProps['editable']): ReactNode {
  const words = <Parts parts={paragraph.parts} />;
  if (editable && paragraph.editable) return editable(paragraph, words);
  return paragraph.style === 'item' ? words : <p className={`paper-${paragraph.style}`}>{words}</p>;
}

/** A comment that nobody wrote is room to write in, and nothing to read. */
function shown(blocks: readonly Block[], mayEdit: boolean): Block[] {
  const isEmpty = (block: Block | undefined) => block?.type === 'paragraph' && block.parts.length === 0;
  if (mayEdit) return [...blocks];
  return blocks.filter((b, i) => !isEmpty(b) && !(b.type === 'heading' && isEmpty(blocks[i + 1])));
}

type Heading = Extract<Block, { type: 'heading' }>;

function sectionsOf(blocks: readonly Block[]): { heading: Heading | null; rest: Block[] }[] {
  const sections: { heading: Heading | null; rest: Block[] }[] = [];
  for (const block of blocks) {
    if (block.type === 'heading') sections.push({ heading: block, rest: [] });
    else if (sections.length === 0) sections.push({ heading: null, rest: [block] });
    else sections.at(-1)?.rest.push(block);
  }
  return sections;
}

/** Paragraphs that are items of one list, together. */
function listed(blocks: readonly Block[]): { key: string; items?: Paragraph[]; block?: Block }[] {
  const groups: { key: string; items?: Paragraph[]; block?: Block }[] = [];
  for (const block of blocks) {
    if (block.type !== 'paragraph' || block.style !== 'item') {
      groups.push({ key: block.id, block });
      continue;
    }
    const last = groups.at(-1);
    if (last?.items) last.items.push(block);
    else groups.push({ key: block.id, items: [block] });
  }
  return groups;
}

import { type ReactNode, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../ui/button.tsx';
import { Forbidden } from '../../ui/states.tsx';
import { type Draft, type GroupsFound, toInput } from './draft.ts';
import { FormProvider } from './form-context.ts';
import { type Problems, problemsOf } from './problems.ts';
import { Narrative, SourceRows } from './sections/account.tsx';
import { Basics } from './sections/basics.tsx';
import { Figures } from './sections/figures.tsx';
import { Handling, LinkRows } from './sections/handling.tsx';
import { DamageRows, Means } from './sections/means.tsx';
import { ProtectedSection } from './sections/protected.tsx';
import { WhenSection } from './sections/when.tsx';
import { WhereSection } from './sections/where.tsx';
import { Hypotheses, Parties } from './sections/who.tsx';
import './form.css';

const SECTIONS = [
  'what',
  'when',
  'where',
  'harm',
  'parties',
  'who',
  'means',
  'damage',
  'account',
  'sources',
  'protected',
  'handling',
  'links',
] as const;
type SectionId = (typeof SECTIONS)[number];

/** Sections whose group has a level of its own: absent for those who are not shown it. */
const GROUP_OF: Partial<Record<SectionId, keyof GroupsFound>> = {
  account: 'account',
  sources: 'account',
  protected: 'protected',
};

const CONTENT: Record<SectionId, () => ReactNode> = {
  what: Basics,
  when: WhenSection,
  where: WhereSection,
  harm: Figures,
  parties: Parties,
  who: Hypotheses,
  means: Means,
  damage: DamageRows,
  account: Narrative,
  sources: SourceRows,
  protected: ProtectedSection,
  handling: Handling,
  links: LinkRows,
};

interface RecordFormProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  onSave: (draft: Draft) => void;
  onLeave: () => void;
  isSaving: boolean;
  found: GroupsFound;
  /** Where the draft is kept, and what the server said. */
  notice: ReactNode;
}

/** The whole of a record on one page: sections by the questions that a reporter is asked, help beside every field. */
export function RecordForm({ draft, onChange, onSave, onLeave, isSaving, found, notice }: RecordFormProps) {
  const intl = useIntl();
  const [tried, setTried] = useState(false);
  const problems: Problems = tried ? problemsOf(toInput(draft, found)) : new Map();
  const save = () => {
    setTried(true);
    if (problemsOf(toInput(draft, found)).size === 0) onSave(draft);
    else
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('.form [data-invalid] input, .form [aria-invalid]')?.focus(),
      );
  };
  const sections = SECTIONS.filter((id) => {
    const group = GROUP_OF[id];
    return !group || found[group] !== 'hidden';
  });
  return (
    <FormProvider value={{ draft, problems, set: (change) => onChange({ ...draft, ...change }) }}>
      <div className="form-page">
        <nav className="form-nav" aria-label={intl.formatMessage({ id: 'form.sections' })}>
          <ol>
            {sections.map((id) => (
              <li key={id}>
                <a href={`#section-${id}`}>
                  <FormattedMessage id={`section.${id}`} />
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          {sections.map((id) => {
            const Content = CONTENT[id];
            return (
              <section key={id} id={`section-${id}`} className="form-section" aria-labelledby={`title-${id}`}>
                <header>
                  <h2 id={`title-${id}`}>
                    <FormattedMessage id={`section.${id}`} />
                  </h2>
                  <p className="soft small">
                    <FormattedMessage id={`section.${id}Help`} />
                  </p>
                </header>
                <div className="form-fields">
                  <Content />
                </div>
              </section>
            );
          })}
          {found.account === 'hidden' && (
            <Forbidden>
              <FormattedMessage id="form.accountHidden" />
            </Forbidden>
          )}
          <footer className="form-foot">
            <div className="soft small">{notice}</div>
            {problems.size > 0 && (
              <p className="field-error" role="alert">
                <FormattedMessage id="form.problems" values={{ n: problems.size }} />
              </p>
            )}
            <Button onPress={onLeave}>
              <FormattedMessage id="form.leave" />
            </Button>
            <Button look="need" type="submit" isPending={isSaving}>
              <FormattedMessage id="form.save" />
            </Button>
          </footer>
        </form>
      </div>
    </FormProvider>
  );
}

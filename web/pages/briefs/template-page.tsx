/** What papers of the mission are made of: their sections in order, how far they look back, and what is prepared as whom. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  type PaperKind,
  type Section as PaperSection,
  SECTIONS,
  type Template,
  type TemplateView,
} from '../../../src/briefs/contract.ts';
import { LANGUAGES } from '../../../src/vocabulary/codes.ts';
import { briefKeys, changeTemplate, templateQuery } from '../../api/briefs.ts';
import { OWN_NAMES } from '../../app/account-menu.tsx';
import { Page, Section } from '../../app/page.tsx';
import { useMay, useMission, useSession } from '../../app/session.ts';
import { ChooseAny } from '../../ui/choice.tsx';
import { NumberField, TextField } from '../../ui/field.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { say } from '../../ui/toast.tsx';
import { isolate } from '../../words/isolate.ts';
import { OrderedChoice } from '../settings/ordered-choice.tsx';
import { SaveBar } from '../settings/save-bar.tsx';
import { BRIEF_VERBS } from './verbs.ts';
import '../settings/settings.css';
import './briefs.css';

export function TemplatePage() {
  const intl = useIntl();
  const may = useMay();
  const { slug } = useMission();
  const template = useQuery({ ...templateQuery(slug), enabled: may(BRIEF_VERBS.compose) });
  return (
    <Page
      title={intl.formatMessage({ id: 'template.title' })}
      lede={<FormattedMessage id="template.lede" />}
      needs={BRIEF_VERBS.compose}
    >
      <Loaded query={template} lines={10}>
        {(view) => <Editor key={view.version} view={view} />}
      </Loaded>
    </Page>
  );
}

interface PartProps {
  draft: Template;
  onChange: (draft: Template) => void;
  isReadOnly: boolean;
}

function Editor({ view }: { view: TemplateView }) {
  const intl = useIntl();
  const { slug } = useMission();
  const client = useQueryClient();
  const isReadOnly = !useMay()(BRIEF_VERBS.template);
  const [draft, setDraft] = useState(view.template);
  const saving = useMutation({
    mutationFn: () => changeTemplate(slug, view.version, draft),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: briefKeys(slug) });
      say(intl.formatMessage({ id: 'template.saved' }));
    },
  });
  const part = { draft, onChange: setDraft, isReadOnly };
  return (
    <>
      <Prepared {...part} view={view} />
      <Sections {...part} />
      <Windows {...part} />
      {!isReadOnly && <Signature draft={draft} onChange={setDraft} />}
      <SaveBar
        isChanged={JSON.stringify(draft) !== JSON.stringify(view.template)}
        isValid={isWhole(draft)}
        saving={saving}
        onSave={() => saving.mutate()}
        onUndo={() => setDraft(view.template)}
      />
    </>
  );
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const KINDS = ['flash', 'daily', 'weekly'] as const satisfies readonly PaperKind[];
const isWhole = ({ dailyAt, sections }: Template): boolean =>
  TIME.test(dailyAt) && KINDS.every((kind) => sections[kind].length > 0);

function Prepared({ draft, onChange, isReadOnly, view }: PartProps & { view: TemplateView }) {
  const intl = useIntl();
  const { person } = useSession();
  const { timeZone } = useMission();
  const { preparedAs } = view;
  const willBe = draft.prepare.length > 0 && !isReadOnly && preparedAs?.person !== person.id;
  return (
    <Section
      title={intl.formatMessage({ id: 'template.prepared' })}
      lede={<FormattedMessage id="template.preparedHelp" />}
    >
      <p>
        {preparedAs ? (
          <FormattedMessage id="template.preparedAs" values={{ who: isolate(preparedAs.name) }} />
        ) : (
          <FormattedMessage id="template.preparedByNobody" />
        )}{' '}
        {willBe && <FormattedMessage id="template.asYou" />}
      </p>
      {!isReadOnly && (
        <div className="fields">
          <ChooseAny
            label={intl.formatMessage({ id: 'template.languages' })}
            choices={LANGUAGES.map((id) => ({ id, label: OWN_NAMES[id] }))}
            value={draft.prepare}
            onChange={(ids) => onChange({ ...draft, prepare: LANGUAGES.filter((l) => ids.includes(l)) })}
          />
          <TextField
            label={intl.formatMessage({ id: 'template.dailyAt' })}
            help={intl.formatMessage({ id: 'template.dailyAtHelp' }, { timeZone })}
            error={TIME.test(draft.dailyAt) ? undefined : intl.formatMessage({ id: 'template.noTime' })}
            maxLength={5}
            value={draft.dailyAt}
            onChange={(dailyAt) => onChange({ ...draft, dailyAt })}
          />
        </div>
      )}
    </Section>
  );
}

/** A flash is about one event: sections that need a time to look over say nothing there. */
const IN_FLASH: readonly PaperSection[] = ['situation', 'map', 'victims', 'trend', 'unknown', 'outlook', 'comment'];

function Sections({ draft, onChange, isReadOnly }: PartProps) {
  const intl = useIntl();
  const named = (ids: readonly PaperSection[]) =>
    ids.map((id) => ({ id, label: intl.formatMessage({ id: `template.section.${id}` }) }));
  return (
    <Section
      title={intl.formatMessage({ id: 'template.sections' })}
      lede={<FormattedMessage id="template.sectionsHelp" />}
    >
      <div className="template-sections">
        {KINDS.map((kind) => {
          const title = intl.formatMessage({ id: `paper.kind.${kind}` });
          return (
            <div key={kind}>
              <h3>{title}</h3>
              <OrderedChoice
                label={title}
                all={named(kind === 'flash' ? IN_FLASH : SECTIONS)}
                value={draft.sections[kind]}
                onChange={(ids) =>
                  onChange({
                    ...draft,
                    sections: { ...draft.sections, [kind]: ids.flatMap((id) => SECTIONS.find((s) => s === id) ?? []) },
                  })
                }
                isReadOnly={isReadOnly}
              />
            </div>
          );
        })}
      </div>
    </Section>
  );
}

/** The least and the most that the contract allows. */
const WINDOWS = [
  ['averageWeeks', 2, 52],
  ['silentWeeks', 1, 26],
  ['earlierYears', 0, 5],
  ['trendWeeks', 4, 52],
  ['notable', 0, 30],
] as const;

function Windows({ draft, onChange, isReadOnly }: PartProps) {
  const intl = useIntl();
  return (
    <Section title={intl.formatMessage({ id: 'template.windows' })}>
      {isReadOnly ? (
        <dl className="facts">
          {WINDOWS.map(([id]) => (
            <div key={id} className="template-window">
              <dt>
                <FormattedMessage id={`template.window.${id}`} />
              </dt>
              <dd>{intl.formatNumber(draft[id])}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <div className="fields">
          {WINDOWS.map(([id, min, max]) => (
            <NumberField
              key={id}
              label={intl.formatMessage({ id: `template.window.${id}` })}
              help={intl.formatMessage({ id: `template.windowHelp.${id}` })}
              min={min}
              max={max}
              value={draft[id]}
              onChange={(n) => n !== null && onChange({ ...draft, [id]: n })}
            />
          ))}
        </div>
      )}
    </Section>
  );
}

function Signature({ draft, onChange }: Omit<PartProps, 'isReadOnly'>) {
  const intl = useIntl();
  const what = intl.formatMessage({ id: 'template.signature' });
  return (
    <Section title={what} lede={<FormattedMessage id="template.signatureHelp" />}>
      <div className="fields">
        {LANGUAGES.map((language) => (
          <TextField
            key={language}
            label={intl.formatMessage({ id: 'house.inLanguage' }, { what, language: OWN_NAMES[language] })}
            lines={3}
            maxLength={500}
            value={draft.signature[language]}
            onChange={(text) => onChange({ ...draft, signature: { ...draft.signature, [language]: text } })}
          />
        ))}
      </div>
    </Section>
  );
}

/** Says better what a paragraph gives: tasks and qualifiers are taken away, added, each on chosen words; or there is no task. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Provision, Qualifier, Span, TaskCode } from '../../../src/mandates/contract.ts';
import { MANDATE_MODALITIES, MANDATE_QUALIFIERS, MANDATE_TASKS, POC_TIERS } from '../../../src/vocabulary/codes.ts';
import { mandateKeys, reviewProvision } from '../../api/mandates.ts';
import { useCommands, useKeyCommand } from '../../app/commands/registry.ts';
import { keysOf } from '../../app/commands/shortcuts.ts';
import { useMission } from '../../app/session.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { Cross } from '../../ui/marks.tsx';
import { Select } from '../../ui/select.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { say } from '../../ui/toast.tsx';
import { useMarkWords } from './mark-words.ts';
import { selectedSpan } from './selected-span.ts';

interface CorrectProps {
  source: string;
  provision: Provision;
  onClose: () => void;
}

const NO_TIER = 'none';
/** The same may stand there twice, on other words. */
const keyed = <T extends TaskCode | Qualifier>(one: T) => ({ ...one, key: crypto.randomUUID() });

export default function CorrectDialog({ source, provision, onClose }: CorrectProps) {
  const intl = useIntl();
  const { slug } = useMission();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { label, choices } = useVocabulary();
  const marks = useMarkWords();
  const words = useRef<HTMLParagraphElement>(null);
  const [codes, setCodes] = useState(() => provision.codes.map(keyed));
  const [qualifiers, setQualifiers] = useState(() => provision.qualifiers.map(keyed));
  const [on, setOn] = useState<Span | null>(null);
  const [note, setNote] = useState('');
  const text = (id: string) => intl.formatMessage({ id });
  const saving = useMutation({
    mutationFn: () =>
      reviewProvision(slug, provision, {
        ...{ act: 'correct', note: note.trim() || null, qualifiers: qualifiers.map(({ key: _, ...one }) => one) },
        codes: codes.map(({ key: _, confidence: __, ...code }) => code),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: mandateKeys(slug) });
      say(intl.formatMessage({ id: 'texts.corrected' }, { number: provision.number }));
      onClose();
    },
  });
  const key = useKeyCommand();
  useCommands(() => key('sendNow', 'dialog', !saving.isPending, () => saving.mutate()));
  const choose = () => words.current && setOn(selectedSpan(words.current, provision.span[0]));
  const span = on ?? provision.span;
  const { strength, addressees } = provision;
  const addTask = (id: string) => {
    const code = MANDATE_TASKS.find((task) => task === id);
    if (!code) return;
    const tier = code === 'CivilianProtection' ? 'II' : null;
    setCodes([...codes, keyed({ code, modality: 'secure', tier, span, strength, addressees, confidence: 1 })]);
  };
  const addQualifier = (id: string) => {
    const code = MANDATE_QUALIFIERS.find((one) => one === id);
    if (code) setQualifiers([...qualifiers, keyed({ code, span })]);
  };
  const change = (which: string, to: Partial<TaskCode>) =>
    setCodes(codes.map((code) => (code.key === which ? { ...code, ...to } : code)));
  return (
    <Dialog
      title={intl.formatMessage({ id: 'texts.correctTitle' }, { number: provision.number })}
      isOpen
      onClose={onClose}
    >
      <p ref={words} className="correct-words" lang="en" dir="ltr" onMouseUp={choose} onKeyUp={choose}>
        {source.slice(...provision.span)}
      </p>
      <p className="soft small">
        {on ? (
          <FormattedMessage id="texts.onWords" values={{ words: <q lang="en">{source.slice(...on)}</q> }} />
        ) : (
          <FormattedMessage id="texts.onAll" />
        )}
      </p>
      <h3 className="eyebrow">{text('texts.tasks')}</h3>
      {codes.length === 0 && <p>{text('texts.noTask')}</p>}
      <ul className="correct-list">
        {codes.map((code) => (
          <li key={code.key} className="correct-line">
            <b>{label('mandate-tasks', code.code)}</b>
            <Select
              label={text('texts.modality')}
              choices={choices('mandate-modalities', MANDATE_MODALITIES)}
              value={code.modality}
              onChange={(id) =>
                change(code.key, { modality: MANDATE_MODALITIES.find((m) => m === id) ?? code.modality })
              }
            />
            {code.code === 'CivilianProtection' && (
              <Select
                label={text('texts.tier')}
                choices={[{ id: NO_TIER, label: text('texts.noTier') }, ...choices('poc-tiers', POC_TIERS)]}
                value={code.tier ?? NO_TIER}
                onChange={(id) => change(code.key, { tier: POC_TIERS.find((tier) => tier === id) ?? null })}
              />
            )}
            <Button
              look="bare"
              aria-label={intl.formatMessage({ id: 'texts.remove' }, { what: marks.task(code) })}
              onPress={() => setCodes(codes.filter(({ key: other }) => other !== code.key))}
            >
              <Cross />
            </Button>
          </li>
        ))}
      </ul>
      <Select label={text('texts.addTask')} choices={choices('mandate-tasks')} value={null} onChange={addTask} />
      <h3 className="eyebrow">{text('texts.qualifiers')}</h3>
      <ul className="correct-list">
        {qualifiers.map((qualifier) => (
          <li key={qualifier.key} className="correct-one">
            <span>{marks.qualifier(qualifier)}</span>
            <Button
              look="bare"
              aria-label={intl.formatMessage({ id: 'texts.remove' }, { what: marks.qualifier(qualifier) })}
              onPress={() => setQualifiers(qualifiers.filter(({ key: other }) => other !== qualifier.key))}
            >
              <Cross />
            </Button>
          </li>
        ))}
      </ul>
      <Select
        label={text('texts.addQualifier')}
        choices={choices('mandate-qualifiers')}
        value={null}
        onChange={addQualifier}
      />
      <TextField label={text('texts.reviewNote')} lines={2} maxLength={2000} value={note} onChange={setNote} />
      {saving.isError && <Refused>{errorText(saving.error)}</Refused>}
      <div className="dialog-acts">
        <Button onPress={onClose}>
          <FormattedMessage id="common.cancel" />
        </Button>
        <Button
          look="need"
          hint={keysOf('sendNow').join()}
          isPending={saving.isPending}
          onPress={() => saving.mutate()}
        >
          <FormattedMessage id={codes.length === 0 ? 'texts.saveNone' : 'common.save'} />
        </Button>
      </div>
    </Dialog>
  );
}

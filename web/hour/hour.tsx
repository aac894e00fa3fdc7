/** The guided first hour of the demonstration: steps that tick themselves by what the person really did. */
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useCallback } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay, useMission, useSession } from '../app/session.ts';
import { useVocabulary } from '../app/vocabulary.ts';
import { Button } from '../ui/button.tsx';
import { Circle, Cross } from '../ui/marks.tsx';
import { say } from '../ui/toast.tsx';
import { beginAnew, keepDone, show, useDone, useShown } from './remembered.ts';
import { STORY_TAG, type StepId, stepsFor } from './steps.ts';
import { useSigns } from './use-signs.ts';
import './hour.css';

export default function Hour() {
  const intl = useIntl();
  const { slug } = useMission();
  const { person } = useSession();
  const may = useMay();
  const known: Record<string, unknown> = useRouter().routesByPath;
  const key = `${slug}.${person.id}`;
  const done = useDone(key);
  const shown = useShown();
  const tell = useCallback((steps: StepId[]) => keepDone(key, steps), [key]);
  useSigns(tell);
  const steps = stepsFor(may, (path) => path in known);
  const next = steps.find((step) => !done.has(step));
  const count = (
    <FormattedMessage id="hour.count" values={{ done: steps.filter((s) => done.has(s)).length, all: steps.length }} />
  );
  if (shown === 'off') return null;
  if (shown === 'folded') {
    return (
      <aside className="hour-line" aria-label={intl.formatMessage({ id: 'hour.title' })}>
        <Button look="bare" onPress={() => show('open')}>
          <FormattedMessage id="hour.title" />
        </Button>
        <span className="soft small">{count}</span>
        {next && <span className="small hour-next">{intl.formatMessage({ id: `hour.${next}.title` })}</span>}
      </aside>
    );
  }
  const dismiss = () => {
    show('off');
    say(intl.formatMessage({ id: 'hour.where' }));
  };
  return (
    <aside className="hour" aria-label={intl.formatMessage({ id: 'hour.title' })}>
      <header className="hour-head">
        <h2>
          <FormattedMessage id="hour.title" />
        </h2>
        <span className="soft small" role="status">
          {count}
        </span>
        <Button look="bare" aria-label={intl.formatMessage({ id: 'hour.fold' })} onPress={() => show('folded')}>
          <Cross />
        </Button>
      </header>
      <p className="soft small">
        <FormattedMessage id={next ? 'hour.lede' : 'hour.end'} />
      </p>
      <ol className="hour-steps">
        {steps.map((step) => (
          <li key={step} data-done={done.has(step) || undefined} aria-current={step === next ? 'step' : undefined}>
            <Circle fill={done.has(step) ? 'full' : 'empty'} />
            <div>
              <b>{intl.formatMessage({ id: `hour.${step}.title` })}</b>
              {done.has(step) && (
                <span className="visually-hidden">
                  {' '}
                  <FormattedMessage id="hour.isDone" />
                </span>
              )}
              {step === next && <Text step={step} />}
            </div>
          </li>
        ))}
      </ol>
      <footer className="acts">
        {!next && (
          <Button onPress={() => beginAnew(key)}>
            <FormattedMessage id="hour.again" />
          </Button>
        )}
        <Button look="bare" onPress={dismiss}>
          <FormattedMessage id="hour.dismiss" />
        </Button>
      </footer>
    </aside>
  );
}

/** What to do, naming buttons by the very words that stand on them. */
function Text({ step }: { step: StepId }) {
  const intl = useIntl();
  const { label } = useVocabulary();
  const bold = (words: string) => <b key={words}>{words}</b>;
  const button = (id: string) => bold(intl.formatMessage({ id }));
  return (
    <p className="small">
      <FormattedMessage
        id={`hour.${step}.text`}
        values={{
          add: bold('+'),
          addSource: button('form.addSource'),
          apply: button('filter.apply'),
          attack: bold(label('event-types', 'attack_on_civilians')),
          asOf: button('asOf.label'),
          back: button('asOf.back'),
          compare: button('known.compare'),
          confirm: button('act.confirm'),
          csv: button('export.csv'),
          edit: button('act.edit'),
          export: button('export.title'),
          save: button('form.save'),
          show: button('asOf.show'),
          status: button('filter.status'),
          story: (
            <bdi key="story" lang="en">
              {STORY_TAG}
            </bdi>
          ),
          tag: button('filter.tag'),
          unconfirmed: bold(label('operational-statuses', 'unconfirmed')),
          key: (text: ReactNode) => <kbd key={String(text)}>{text}</kbd>,
        }}
      />
    </p>
  );
}

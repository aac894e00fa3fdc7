/** From the upload to the run, one question at a time. What is decided is kept, so that the page can be left. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportPreview } from '../../../src/incidents/import/contract.ts';
import { ApiError } from '../../api/client.ts';
import { importKeys, lookQuery, seeImport } from '../../api/imports.ts';
import { useMission, useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Choices } from './choices.tsx';
import { dropImport, keepImport, keptImportsQuery } from './kept.ts';
import { MappingSection } from './mapping/mapping-section.tsx';
import { WordsSection } from './mapping/words-section.tsx';
import { PlacesSection } from './places-section.tsx';
import { choicesOf, firstPlan, isMapped, type Plan } from './plan.ts';
import { SampleTable } from './sample-table.tsx';
import { StepList } from './step-list.tsx';
import { blockedBy, isSettled, neighbours, reachable, type Step } from './steps.ts';
import { TryAndBring } from './try-and-bring.tsx';
import { useSettled } from './use-settled.ts';
import { WhatItIs } from './what-it-is.tsx';

interface WizardProps {
  preview: ImportPreview;
  /** The step that the address asks for. */
  wanted: string | undefined;
  onPreview: (preview: ImportPreview) => void;
  onStep: (step: Step) => void;
  onLeave: () => void;
  onStarted: (job: string) => void;
}

/** Goes on where somebody left it. */
export function Wizard(props: WizardProps) {
  const { slug } = useMission();
  const { person } = useSession();
  const kept = useQuery(keptImportsQuery(slug, person.id));
  return (
    <Loaded query={kept}>
      {(all) => <Steps {...props} kept={all.find(({ id }) => id === props.preview.id)?.plan} />}
    </Loaded>
  );
}

function Steps({
  preview,
  wanted,
  kept,
  onPreview,
  onStep,
  onLeave,
  onStarted,
}: WizardProps & { kept: Plan | undefined }) {
  const { slug } = useMission();
  const { person } = useSession();
  const [plan, setPlan] = useState<Plan>(() => {
    // A form that was just brought says more than what was decided without it.
    const isOlder = preview.form !== null && Object.keys(kept?.labels ?? {}).length === 0;
    return kept && kept.sheet === preview.sheet && !isOlder ? kept : firstPlan(preview);
  });
  const step = reachable(wanted, plan);
  useEffect(
    () => void keepImport(slug, person.id, { id: preview.id, name: preview.name, step, plan }),
    [slug, person.id, preview.id, preview.name, step, plan],
  );
  const { dataset: _, ...order } = choicesOf(useSettled(plan));
  const { schema, mapping, sheet } = order;
  const look = useQuery({
    ...lookQuery(slug, preview.id, {
      ...(schema ? { schema } : {}),
      ...(mapping ? { mapping } : {}),
      ...(sheet ? { sheet } : {}),
    }),
    enabled: step !== 'file' && isSettled('columns', plan),
  });
  // A new step begins at its top, for the eye and for the keyboard.
  const top = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) {
      top.current?.focus({ preventScroll: true });
      top.current?.scrollIntoView({ block: 'start' });
    }
    shown.current = step;
  }, [step]);
  const drop = () => dropImport(slug, person.id, preview.id);
  const { before, after } = neighbours(step, plan);
  return (
    <div ref={top} tabIndex={-1} className="bring-top">
      <StepList plan={plan} current={step} onStep={onStep} name={preview.name} />
      {step === 'file' && (
        <>
          <WhatItIs
            preview={preview}
            plan={plan}
            onChange={setPlan}
            onPreview={onPreview}
            onLeave={() => {
              drop();
              onLeave();
            }}
          />
          <SampleTable preview={preview} />
        </>
      )}
      {step === 'columns' && (
        <MappingSection preview={preview} plan={plan} look={look.data} error={look.error} onChange={setPlan} />
      )}
      {step === 'words' && <WordsSection plan={plan} look={look} onChange={setPlan} />}
      {step === 'places' && <PlacesSection plan={plan} look={look} onChange={setPlan} />}
      {step === 'keep' && <Choices plan={plan} onChange={setPlan} />}
      {step === 'try' && (
        <TryAndBring
          preview={preview}
          plan={plan}
          onChange={setPlan}
          onStarted={(job) => {
            drop();
            onStarted(job);
          }}
        />
      )}
      <Turns
        before={before && (() => onStep(before))}
        after={after && (() => onStep(after))}
        isOpen={!after || blockedBy(after, plan) === null}
        lack={step === 'columns' && isMapped(plan) ? 'bring.settleColumns' : 'bring.settleDataset'}
      />
    </div>
  );
}

interface TurnsProps {
  before: (() => void) | undefined;
  after: (() => void) | undefined;
  isOpen: boolean;
  lack: string;
}

function Turns({ before, after, isOpen, lack }: TurnsProps) {
  return (
    <div className="bring-turns">
      {before && (
        <Button onPress={before}>
          <FormattedMessage id="bring.back" />
        </Button>
      )}
      {after && (
        <Button look="need" isDisabled={!isOpen} onPress={after}>
          <FormattedMessage id="bring.next" />
        </Button>
      )}
      {after && !isOpen && (
        <span className="soft small">
          <FormattedMessage id={lack} />
        </span>
      )}
    </div>
  );
}

/** A file that was sent before: from a link, or after the page was left. */
export function Resume({
  id,
  onPreview,
  onLeave,
}: {
  id: string;
  onPreview: (preview: ImportPreview) => void;
  onLeave: () => void;
}) {
  const intl = useIntl();
  const { slug } = useMission();
  const { person } = useSession();
  const waiting = useQuery(keptImportsQuery(slug, person.id));
  const kept = waiting.data?.find((one) => one.id === id);
  const name = kept?.name ?? intl.formatMessage({ id: 'bring.someFile' });
  const seen = useQuery({
    queryKey: [...importKeys(slug), id, 'preview'],
    queryFn: ({ signal }) => seeImport(slug, { id, name, sheet: kept?.plan.sheet ?? null }, signal),
    enabled: !waiting.isPending,
    retry: false,
  });
  const tell = useRef(onPreview);
  tell.current = onPreview;
  useEffect(() => {
    if (seen.data) tell.current(seen.data);
  }, [seen.data]);
  const isGone = seen.error instanceof ApiError && seen.error.status === 404;
  useEffect(() => {
    if (isGone) void dropImport(slug, person.id, id);
  }, [isGone, slug, person.id, id]);
  return isGone ? (
    <div className="bring-drop">
      <p>
        <FormattedMessage id="bring.gone" />
      </p>
      <div className="acts">
        <Button look="need" onPress={onLeave}>
          <FormattedMessage id="bring.another" />
        </Button>
      </div>
    </div>
  ) : (
    <Loaded query={seen}>{() => null}</Loaded>
  );
}

/** May we? Asked in a sentence or by its parts, answered in the words of the texts in force: never by a bare yes or no. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { askQuery, authorityQuery } from '../../../api/mandate-answers.ts';
import { Page } from '../../../app/page.tsx';
import { useMay, useMission } from '../../../app/session.ts';
import { useAsOf } from '../../../app/use-as-of.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { MANDATE_VERBS } from '../verbs.ts';
import { type AskSearch, partsOf, type Question, questionOf } from './address.ts';
import { Answer } from './answer.tsx';
import { QuestionForm } from './question-form.tsx';
import { useQuestionWords } from './question-words.ts';
import './ask.css';

const route = getRouteApi('/m/$mission/mandates/ask');

export function AskPage() {
  const intl = useIntl();
  return (
    <Page
      title={intl.formatMessage({ id: 'mandate.ask.title' })}
      lede={<FormattedMessage id="mandate.ask.lede" />}
      needs={MANDATE_VERBS.read}
      followsAsOf
    >
      <Asking />
    </Page>
  );
}

function Asking() {
  const { slug } = useMission();
  const asOf = useAsOf();
  const may = useMay();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { sentence: said, day } = search;
  const question = questionOf(search);
  const enabled = may(MANDATE_VERBS.read);
  const sentence = useQuery({ ...askQuery(slug, said ? { sentence: said, date: day } : null, asOf), enabled });
  const parts = useQuery({ ...authorityQuery(slug, question && { ...question, date: day }, asOf), enabled });
  const answer = question ? parts.data : sentence.data?.answer;
  const readings = said ? (sentence.data?.questions ?? []) : [];
  const ask = (asked: AskSearch) =>
    navigate({ to: '/m/$mission/mandates/ask', params: { mission: slug }, search: asked });
  return (
    <div className="ask">
      <Sentence sentence={said ?? ''} onAsk={(words) => ask({ sentence: words, day })} />
      <div className="ask-answer">
        <Spoken answer={answer} isUnknown={!question && sentence.data?.questions.length === 0} />
        {!said && !question && <Examples onAsk={(words) => ask({ sentence: words, day })} />}
        {question ? (
          <Loaded query={parts} lines={8}>
            {(found) => (
              <>
                <Readings
                  isSentence={said !== undefined}
                  shown={found.question}
                  readings={readings}
                  onChoose={(one) => ask({ sentence: said, day, ...partsOf(one) })}
                />
                <Answer answer={found} />
              </>
            )}
          </Loaded>
        ) : (
          said && (
            <Loaded query={sentence} lines={8}>
              {(found) =>
                found.answer ? (
                  <>
                    <Readings
                      isSentence
                      shown={found.answer.question}
                      readings={found.questions}
                      onChoose={(one) => ask({ sentence: said, day, ...partsOf(one) })}
                    />
                    <Answer answer={found.answer} />
                  </>
                ) : (
                  <NotUnderstood />
                )
              }
            </Loaded>
          )
        )}
      </div>
      <QuestionForm asked={answer?.question ?? question} day={day} onAsk={(chosen) => ask(chosen)} />
    </div>
  );
}

/** The field has the keyboard as soon as the page is there; Enter asks. */
function Sentence({ sentence, onAsk }: { sentence: string; onAsk: (words: string) => void }) {
  const intl = useIntl();
  const [words, setWords] = useState(sentence);
  const [from, setFrom] = useState(sentence);
  if (from !== sentence) {
    setFrom(sentence);
    setWords(sentence);
  }
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  return (
    <form
      className="ask-sentence"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim()) onAsk(words.trim());
      }}
    >
      <TextField
        label={intl.formatMessage({ id: 'mandate.ask.sentence' })}
        help={intl.formatMessage({ id: 'mandate.ask.sentenceHelp' })}
        placeholder={intl.formatMessage({ id: 'mandate.ask.example1' })}
        inputRef={field}
        maxLength={400}
        value={words}
        onChange={setWords}
      />
      <Button type="submit" look="need">
        <FormattedMessage id="mandate.ask.ask" />
      </Button>
    </form>
  );
}

interface ReadingsProps {
  isSentence: boolean;
  shown: Question;
  readings: readonly Question[];
  onChoose: (question: Question) => void;
}

/** How the question was understood; what else it may mean is one press away. */
function Readings({ isSentence, shown, readings, onChoose }: ReadingsProps) {
  const words = useQuestionWords();
  const others = readings.filter(({ task }) => task !== shown.task);
  return (
    <div className="ask-readings">
      <p>
        <FormattedMessage
          id={isSentence ? 'mandate.ask.understood' : 'mandate.ask.asked'}
          values={{ what: <b key="what">{words.all(shown)}</b> }}
        />
      </p>
      {others.length > 0 && (
        <div className="acts">
          <span className="soft">
            <FormattedMessage id="mandate.ask.others" />
          </span>
          {others.map((one) => (
            <Button key={one.task} className="ask-reading" onPress={() => onChoose(one)}>
              {words.task(one)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

function Examples({ onAsk }: { onAsk: (words: string) => void }) {
  const intl = useIntl();
  const examples = (['example1', 'example2', 'example3'] as const).map((id) =>
    intl.formatMessage({ id: `mandate.ask.${id}` }),
  );
  return (
    <EmptyState
      title={intl.formatMessage({ id: 'mandate.ask.empty' })}
      action={
        <ul className="ask-examples">
          {examples.map((words) => (
            <li key={words}>
              <Button className="ask-reading" onPress={() => onAsk(words)}>
                {words}
              </Button>
            </li>
          ))}
        </ul>
      }
    >
      <FormattedMessage id="mandate.ask.emptyText" />
    </EmptyState>
  );
}

function NotUnderstood() {
  const intl = useIntl();
  return (
    <EmptyState title={intl.formatMessage({ id: 'mandate.ask.unknown' })}>
      <FormattedMessage
        id="mandate.ask.unknownText"
        values={{
          form: (words) => (
            <a key="form" href="#ask-parts">
              {words}
            </a>
          ),
        }}
      />
    </EmptyState>
  );
}

/** One sentence for those who hear the page: the rest can be read at leisure. */
function Spoken({
  answer,
  isUnknown,
}: {
  answer: Parameters<typeof Answer>[0]['answer'] | null | undefined;
  isUnknown: boolean;
}) {
  const intl = useIntl();
  const said = () => {
    if (isUnknown) return intl.formatMessage({ id: 'mandate.ask.unknown' });
    if (!answer) return '';
    if (answer.inForce.length === 0) return intl.formatMessage({ id: 'mandate.ask.notAssessed' });
    if (answer.expired) return intl.formatMessage({ id: 'mandate.ask.expired' });
    if (answer.silence) return intl.formatMessage({ id: 'mandate.ask.silence' });
    return intl.formatMessage({ id: 'mandate.ask.spoken' }, { words: answer.for.length, limits: answer.limits.length });
  };
  return (
    <p role="status" className="visually-hidden">
      {said()}
    </p>
  );
}

/** The most important open question, alone; the others wait behind it. */
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FieldPath, ImportPreview, Mapping, Question } from '../../../../src/incidents/import/contract.ts';
import { HARM_KINDS } from '../../../../src/vocabulary/codes.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import type { Plan } from '../plan.ts';
import { useEvidence } from './evidence.tsx';
import { useFieldName } from './field-names.ts';
import { answered, handedOver, openQuestions, withColumn } from './open-questions.ts';

interface AskProps {
  preview: ImportPreview;
  plan: Plan;
  onChange: (plan: Plan) => void;
}

export function Ask({ preview, plan, onChange }: AskProps) {
  const intl = useIntl();
  const open = openQuestions(preview.questions, plan);
  const [question] = open;
  const asked = preview.questions.length;
  if (!question)
    return asked === 0 ? null : (
      <p className="soft" role="status">
        <FormattedMessage id="bring.allAnswered" />
      </p>
    );
  const answer = (change?: Partial<Mapping>) => onChange(answered(plan, question, change));
  return (
    <section className="bring-ask" aria-label={intl.formatMessage({ id: 'bring.question' })}>
      <p className="eyebrow">
        <FormattedMessage id="bring.questionsLeft" values={{ n: open.length }} />
      </p>
      <Answer question={question} preview={preview} plan={plan} onAnswer={answer} />
    </section>
  );
}

interface AnswerProps {
  question: Question;
  preview: ImportPreview;
  plan: Plan;
  onAnswer: (change?: Partial<Mapping>) => void;
}

function Answer({ question, preview, plan, onAnswer }: AnswerProps) {
  const intl = useIntl();
  const nameOf = useFieldName();
  const evidenceOf = useEvidence();
  const { columns } = plan.mapping;
  const day = (iso: string) => intl.formatDate(`${iso}T12:00:00Z`, { dateStyle: 'long', timeZone: 'UTC' });
  const say = (id: string, values?: Record<string, string | number>) => intl.formatMessage({ id }, values);
  switch (question.kind) {
    case 'no_date':
      return (
        <Select
          label={say('bring.ask.no_date')}
          about="firstDay"
          choices={preview.headers.map((header) => ({ id: header, label: header }))}
          value={null}
          onChange={(header) => onAnswer({ columns: withColumn(columns, header, 'date') })}
        />
      );
    case 'date_order':
      return (
        <Asked text={say('bring.ask.date_order', { example: question.example })}>
          {(['dmy', 'mdy'] as const).map((order) => (
            <Button key={order} onPress={() => onAnswer({ dateOrder: order })}>
              {day(question[order])}
            </Button>
          ))}
        </Asked>
      );
    case 'unsure': {
      const { header, field } = question;
      const guess = preview.guesses.find((one) => one.header === header);
      return (
        <Asked
          text={say('bring.ask.unsure', { header, field: nameOf(field) })}
          detail={[cellsOf(preview, header), guess && evidenceOf(guess)].filter(Boolean).join(' — ')}
        >
          <Button onPress={() => onAnswer()}>{say('bring.yes')}</Button>
          <Button onPress={() => onAnswer({ columns: withColumn(columns, header, null) })}>
            {say('bring.noKeep')}
          </Button>
        </Asked>
      );
    }
    case 'either': {
      const [taken, other] = question.headers;
      return (
        <Asked text={say('bring.ask.either', { a: taken, b: other, field: nameOf(question.field) })}>
          {[taken, other].map((header) => (
            <Button
              key={header}
              onPress={() => onAnswer({ columns: handedOver(columns, taken, header, question.field) })}
            >
              <bdi>{header}</bdi>
              <span className="soft small" dir="auto">
                {cellsOf(preview, header)}
              </span>
            </Button>
          ))}
        </Asked>
      );
    }
    case 'counts':
      return <Counts header={question.header} columns={columns} onAnswer={onAnswer} />;
    case 'figures_in_words': {
      const { header, hits, of, example } = question;
      return (
        <Asked text={say('bring.ask.figures_in_words', { header, hits, of })} detail={`“${example}”`}>
          <Button onPress={() => onAnswer({ figuresFrom: header })}>{say('bring.readFigures')}</Button>
          <Button onPress={() => onAnswer()}>{say('bring.noFigures')}</Button>
        </Asked>
      );
    }
  }
}

function Counts({
  header,
  columns,
  onAnswer,
}: { header: string; columns: Mapping['columns'] } & Pick<AnswerProps, 'onAnswer'>) {
  const intl = useIntl();
  const { label } = useVocabulary();
  const fields = HARM_KINDS.map((harm): FieldPath => `${harm}.all.best`);
  return (
    <Asked text={intl.formatMessage({ id: 'bring.ask.counts' }, { header })}>
      {fields.map((field) => (
        <Button key={field} onPress={() => onAnswer({ columns: withColumn(columns, header, field) })}>
          {label('harm-kinds', field.split('.')[0] ?? '')}
        </Button>
      ))}
      <Button onPress={() => onAnswer()}>{intl.formatMessage({ id: 'bring.noKeep' })}</Button>
    </Asked>
  );
}

function Asked({ text, detail, children }: { text: string; detail?: string; children: ReactNode }) {
  return (
    <>
      <p className="bring-ask-text">{text}</p>
      {detail && (
        <p className="soft small" dir="auto">
          {detail}
        </p>
      )}
      <div className="acts">{children}</div>
    </>
  );
}

/** A few different values, for recognising the column. */
const cellsOf = ({ sample }: ImportPreview, header: string) =>
  [...new Set(sample.map((cells) => cells[header]).filter(Boolean))].slice(0, 3).join(' · ');

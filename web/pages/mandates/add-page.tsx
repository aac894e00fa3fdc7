/** A text is pasted or let go here, what is recognised in it is shown, and only then it is kept. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { EditMandate } from '../../../src/mandates/contract.ts';
import { addMandate, mandateKeys, previewMandate, textOfDocument } from '../../api/mandates.ts';
import { Page, Section } from '../../app/page.tsx';
import { useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { type About, AboutFields, complete } from './about-fields.tsx';
import { Found } from './found.tsx';
import { MANDATE_VERBS } from './verbs.ts';
import './mandates.css';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EMPTY: About = {
  ...{ kind: 'resolution', symbol: '', date: null, title: null, missionName: null, own: true, note: null },
  ...{ level: 'internal', compartments: [], areas: null },
};

export function AddPage() {
  const intl = useIntl();
  const { slug: mission } = useMission();
  const errorText = useErrorText();
  const [text, setText] = useState('');
  const looking = useMutation({ mutationFn: (words: string) => previewMandate(mission, words) });
  const look = (words: string) => words.trim() && looking.mutate(words);
  const taking = useMutation({
    mutationFn: (file: File) => textOfDocument(mission, file),
    onSuccess: (document) => {
      setText(document.text);
      look(document.text);
    },
  });
  const found = looking.data;
  return (
    <Page
      title={intl.formatMessage({ id: 'texts.add' })}
      lede={<FormattedMessage id="texts.addLede" />}
      needs={MANDATE_VERBS.add}
    >
      <Section title={intl.formatMessage({ id: 'texts.text' })}>
        <FileDrop
          label={intl.formatMessage({ id: 'texts.drop' })}
          help={<FormattedMessage id="texts.dropHelp" />}
          accept={['.txt', '.html', '.htm', '.docx', '.pdf', 'text/plain', 'text/html', 'application/pdf', WORD]}
          onFile={(file) => taking.mutate(file)}
        />
        {taking.isPending && (
          <p className="soft small" aria-live="polite">
            <FormattedMessage id="texts.taking" />
          </p>
        )}
        {taking.isError && <Refused>{errorText(taking.error)}</Refused>}
        {taking.data && taking.data.notes.length > 0 && (
          <ul className="sentences small" lang="en" dir="auto">
            {taking.data.notes.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        <TextField
          label={intl.formatMessage({ id: 'texts.paste' })}
          lines={10}
          value={text}
          onChange={(words) => {
            setText(words);
            looking.reset();
          }}
        />
        <div className="acts">
          <Button
            look={found ? 'plain' : 'need'}
            isDisabled={!text.trim()}
            isPending={looking.isPending}
            onPress={() => look(text)}
          >
            <FormattedMessage id="texts.look" />
          </Button>
        </div>
        {looking.isError && <Refused>{errorText(looking.error)}</Refused>}
      </Section>
      {found && (
        <>
          <Found found={found} />
          {found.paragraphs > 0 && (
            <Keep
              key={text}
              text={text}
              proposed={{
                ...EMPTY,
                ...{ symbol: found.symbol ?? '', date: found.date, title: found.title },
                missionName: found.missions[0] ?? null,
              }}
            />
          )}
        </>
      )}
    </Page>
  );
}

/** @param proposed what was recognised: whoever keeps it says whether it is so */
function Keep({ text, proposed }: { text: string; proposed: About }) {
  const intl = useIntl();
  const { slug: mission } = useMission();
  const client = useQueryClient();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const [about, setAbout] = useState(proposed);
  // Once for this text: whoever sends it again after a dropped line keeps it once.
  const [id] = useState(() => crypto.randomUUID());
  const keeping = useMutation({
    mutationFn: (body: EditMandate) => addMandate(mission, { id, text, ...body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: mandateKeys(mission) });
      navigate({ to: '/m/$mission/mandates/$id', params: { mission, id } });
    },
  });
  const body = complete(about);
  return (
    <Section title={intl.formatMessage({ id: 'texts.about' })} lede={<FormattedMessage id="texts.aboutHelp" />}>
      <AboutFields about={about} onChange={setAbout} />
      {keeping.isError && <Refused>{errorText(keeping.error)}</Refused>}
      <div className="acts">
        <Button
          look="need"
          isDisabled={!body}
          isPending={keeping.isPending}
          onPress={() => body && keeping.mutate(body)}
        >
          <FormattedMessage id="texts.keep" />
        </Button>
      </div>
    </Section>
  );
}

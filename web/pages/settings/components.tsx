import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { addComponent, type Labels, type MissionSettings, settingsKeys } from '../../api/mission.ts';
import { Section } from '../../app/page.tsx';
import { useMay } from '../../app/session.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { say } from '../../ui/toast.tsx';
import { isWhole, LabelsFields } from './labels-fields.tsx';

/** Parts of the mission that may have records of their own, and partners by name. */
export function Components({ mission }: { mission: MissionSettings }) {
  const intl = useIntl();
  const may = useMay();
  const { label } = useVocabulary();
  return (
    <Section
      title={intl.formatMessage({ id: 'house.components' })}
      lede={<FormattedMessage id="house.componentsHelp" />}
    >
      <ul className="components">
        {mission.compartments.map((code) => (
          <li key={code}>{label('compartments', code)}</li>
        ))}
      </ul>
      {may('mission.manage') && <AddComponent mission={mission} />}
    </Section>
  );
}

const CODE = /^[a-z][a-z0-9_]{1,39}$/;
const BLANK: Labels = { en: '', fr: '', ar: '' };

function AddComponent({ mission: { slug, compartments } }: { mission: MissionSettings }) {
  const intl = useIntl();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState('');
  const [labels, setLabels] = useState(BLANK);
  const adding = useMutation({
    mutationFn: () => addComponent(slug, { code, labels }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: settingsKeys(slug) });
      say(intl.formatMessage({ id: 'house.componentAdded' }));
      setOpen(false);
      setCode('');
      setLabels(BLANK);
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    adding.mutate();
  };
  if (!isOpen) {
    return (
      <div className="acts">
        <Button onPress={() => setOpen(true)}>
          <FormattedMessage id="house.addComponent" />
        </Button>
      </div>
    );
  }
  const isTaken = compartments.includes(code);
  const problem = isTaken ? 'house.codeTaken' : code && !CODE.test(code) ? 'house.codeWrong' : null;
  return (
    <form className="component-form" onSubmit={submit}>
      <LabelsFields legend={intl.formatMessage({ id: 'house.component' })} value={labels} onChange={setLabels} />
      <div className="fields">
        <TextField
          label={intl.formatMessage({ id: 'house.code' })}
          help={intl.formatMessage({ id: 'house.codeHelp' })}
          error={problem ? intl.formatMessage({ id: problem }) : undefined}
          value={code}
          onChange={(text) => setCode(text.toLowerCase())}
        />
      </div>
      {adding.isError && <Refused>{errorText(adding.error)}</Refused>}
      <div className="acts">
        <Button
          look="need"
          type="submit"
          isDisabled={!CODE.test(code) || isTaken || !isWhole(labels)}
          isPending={adding.isPending}
        >
          <FormattedMessage id="house.addComponent" />
        </Button>
        <Button onPress={() => setOpen(false)}>
          <FormattedMessage id="common.cancel" />
        </Button>
      </div>
    </form>
  );
}

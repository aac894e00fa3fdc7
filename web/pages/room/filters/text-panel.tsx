import { type SubmitEvent, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Explained } from '../../../../src/vocabulary/codes.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { useRoom } from '../use-room.ts';

interface TextPanelProps {
  /** The part of the address that the words go to. */
  part: 'actor' | 'tag' | 'q';
  about: Explained;
  label: string;
  help: string;
}

/** Asks only when the words are complete: every letter would be a question to the server. */
export function TextPanel({ part, about, label, help }: TextPanelProps) {
  const { search, change } = useRoom();
  const [text, setText] = useState(search[part] ?? '');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    change({ [part]: text.trim() || undefined });
  };
  return (
    <form onSubmit={submit} className="filter-form">
      <TextField label={label} about={about} help={help} value={text} onChange={setText} autoFocus />
      <Button type="submit">
        <FormattedMessage id="filter.apply" />
      </Button>
    </form>
  );
}

/** Words about a record, with a list of those who may be called after an @. Plain text; nothing is styled. */
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { recordPeopleQuery } from '../../../api/together.ts';
import { Button } from '../../../ui/button.tsx';
import { useRoom } from '../../room/use-room.ts';
import { calling, keep, typed } from './mentions.ts';

/** Names that fit below a field. */
const OFFERED = 6;

interface ComposerProps {
  record: string;
  /** As it is kept; what stands there when it is opened. */
  initial?: string;
  label: string;
  send: string;
  isSending: boolean;
  onSend: (kept: string) => void;
  onCancel?: () => void;
  takesFocus?: boolean;
}

export function Composer({
  record,
  initial = '',
  label,
  send,
  isSending,
  onSend,
  onCancel,
  takesFocus,
}: ComposerProps) {
  const intl = useIntl();
  const { mission } = useRoom();
  const { data = [] } = useQuery(recordPeopleQuery(mission, record));
  const people = data.filter((person) => person.readsComments);
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? typed(initial, people);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [closed, setClosed] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  /** Where the caret belongs once the name stands there: before the next key is heard, or it would be typed elsewhere. */
  const goTo = useRef<number | null>(null);
  const id = useId();
  useLayoutEffect(() => {
    if (goTo.current !== null) field.current?.setSelectionRange(goTo.current, goTo.current);
    goTo.current = null;
  });
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);

  const call = calling(shown, caret);
  const wanted = call?.name.toLocaleLowerCase(intl.locale) ?? '';
  const offered =
    call && !closed
      ? people.filter(({ name }) => name.toLocaleLowerCase(intl.locale).includes(wanted)).slice(0, OFFERED)
      : [];
  const isOpen = offered.length > 0;
  const at = Math.min(chosen, offered.length - 1);

  const pick = (index: number) => {
    const person = offered[index];
    if (!person || !call) return;
    const before = `${shown.slice(0, call.at)}@${person.name} `;
    setText(before + shown.slice(caret));
    setCaret(before.length);
    goTo.current = before.length;
  };
  const submit = () => {
    const words = keep(shown.trim(), people);
    if (words === '' || isSending) return;
    onSend(words);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit();
    else if (event.key === 'Escape' && isOpen) setClosed(true);
    else if (event.key === 'Escape' && onCancel) onCancel();
    else if (isOpen && (event.key === 'Enter' || event.key === 'Tab')) pick(at);
    else if (isOpen && event.key === 'ArrowDown') setChosen((at + 1) % offered.length);
    else if (isOpen && event.key === 'ArrowUp') setChosen((at + offered.length - 1) % offered.length);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        className="control"
        rows={2}
        dir="auto"
        maxLength={5000}
        placeholder={label}
        value={shown}
        aria-autocomplete="list"
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-activedescendant={isOpen ? `${id}-${at}` : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setCaret(event.target.selectionStart);
          setChosen(0);
          setClosed(false);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      <p className="visually-hidden" role="status">
        {isOpen && intl.formatMessage({ id: 'comments.offered' }, { n: offered.length })}
      </p>
      {isOpen && (
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={intl.formatMessage({ id: 'comments.whom' })}
          className="offered"
        >
          {offered.map((person, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
            // biome-ignore lint/a11y/useFocusableInteractive: the focus never leaves the field
            <div
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              className="menu-item"
              data-focused={index === at || undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(index)}
            >
              <bdi>{person.name}</bdi>
            </div>
          ))}
        </div>
      )}
      <div className="composer-acts">
        <span className="soft small">
          <FormattedMessage id="comments.help" />
        </span>
        {onCancel && (
          <Button look="bare" onPress={onCancel}>
            <FormattedMessage id="common.cancel" />
          </Button>
        )}
        <Button type="submit" isDisabled={shown.trim() === ''} isPending={isSending}>
          {send}
        </Button>
      </div>
    </form>
  );
}

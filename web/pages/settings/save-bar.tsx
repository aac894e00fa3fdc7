import { FormattedMessage } from 'react-intl';
import { Button } from '../../ui/button.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { useErrorText } from '../../ui/states.tsx';

interface SaveBarProps {
  /** Something differs from what is saved. */
  isChanged: boolean;
  isValid?: boolean;
  saving: { isPending: boolean; isError: boolean; error: unknown };
  onSave: () => void;
  onUndo: () => void;
}

/** Appears as soon as there is something to save. */
export function SaveBar({ isChanged, isValid = true, saving, onSave, onUndo }: SaveBarProps) {
  const errorText = useErrorText();
  if (!isChanged) return null;
  return (
    <div>
      {saving.isError && <Refused>{errorText(saving.error)}</Refused>}
      <div className="acts">
        <Button look="need" isDisabled={!isValid} isPending={saving.isPending} onPress={onSave}>
          <FormattedMessage id="house.save" />
        </Button>
        <Button onPress={onUndo}>
          <FormattedMessage id="house.undo" />
        </Button>
      </div>
    </div>
  );
}

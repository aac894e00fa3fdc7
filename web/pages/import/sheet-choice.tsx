import { useMutation } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import type { ImportPreview } from '../../../src/incidents/import/contract.ts';
import { seeImport } from '../../api/imports.ts';
import { useMission } from '../../app/session.ts';
import { Refused } from '../../ui/loaded.tsx';
import { Select } from '../../ui/select.tsx';
import { useErrorText } from '../../ui/states.tsx';

interface SheetChoiceProps {
  preview: ImportPreview;
  onPreview: (preview: ImportPreview) => void;
}

/** A workbook has one sheet a year, or a cover before its table: another one may be meant. */
export function SheetChoice({ preview, onPreview }: SheetChoiceProps) {
  const intl = useIntl();
  const errorText = useErrorText();
  const { slug } = useMission();
  const seeing = useMutation({
    mutationFn: (sheet: string) => seeImport(slug, { ...preview, sheet }),
    onSuccess: onPreview,
  });
  return (
    <>
      <Select
        label={intl.formatMessage({ id: 'bring.sheet' })}
        help={intl.formatMessage({ id: 'bring.sheetHelp' })}
        choices={preview.sheets.map((name) => ({ id: name, label: name }))}
        value={preview.sheet}
        onChange={(sheet) => seeing.mutate(sheet)}
        isDisabled={seeing.isPending}
      />
      {seeing.error && <Refused>{errorText(seeing.error)}</Refused>}
    </>
  );
}

/** Where a file is let go, pasted, or chosen. */
import type { ReactNode } from 'react';
import { DropZone, type FileDropItem, FileTrigger, Text } from 'react-aria-components';
import { useIntl } from 'react-intl';
import { Button } from './button.tsx';
import './file-drop.css';

interface FileDropProps {
  /** What belongs here, for everybody. */
  label: string;
  /** Which kinds of file, and how large. */
  help: ReactNode;
  /** Endings that the file dialog offers: `.csv`. */
  accept: readonly string[];
  onFile: (file: File) => void;
  /** The one main action of the page. */
  main?: boolean;
}

export function FileDrop({ label, help, accept, onFile, main = false }: FileDropProps) {
  const intl = useIntl();
  return (
    <DropZone
      className="drop"
      onDrop={async ({ items }) => {
        const first = items.find((item): item is FileDropItem => item.kind === 'file');
        if (first) onFile(await first.getFile());
      }}
    >
      <Text slot="label" className="drop-label">
        {label}
      </Text>
      <FileTrigger
        acceptedFileTypes={accept}
        onSelect={(files) => {
          const file = files?.[0];
          if (file) onFile(file);
        }}
      >
        <Button look={main ? 'need' : 'plain'}>{intl.formatMessage({ id: 'page.chooseFile' })}</Button>
      </FileTrigger>
      <span className="soft small">{help}</span>
    </DropZone>
  );
}

/** The hatched areas in words: who has fallen silent, for how long, and how much came from there before. */
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommands } from '../../app/commands/registry.ts';
import { Button } from '../../ui/button.tsx';
import { PanelSheet } from '../../ui/later.ts';
import { Opener } from '../../ui/opener.tsx';
import { type Silence, silenceText } from '../../words/silence.ts';
import { useAreaName } from './filters/use-areas.ts';
import { useRoom } from './use-room.ts';

interface CoverageProps {
  silent: readonly Silence[];
  /** Of so many areas. */
  of: number;
}

export function Coverage({ silent, of }: CoverageProps) {
  const intl = useIntl();
  const { search, change } = useRoom();
  const areaName = useAreaName();
  const [isOpen, setOpen] = useState(false);
  const isOff = search.coverage === 'off';
  const toggle = () => change({ coverage: isOff ? undefined : 'off' }, { replace: true });
  const title = intl.formatMessage({ id: 'silence.title' });
  const toggleLabel = intl.formatMessage({ id: isOff ? 'silence.show' : 'silence.hide' });
  useCommands(() => [
    { id: 'coverage', group: 'view', label: title, run: () => setOpen(true) },
    { id: 'coverage.toggle', group: 'view', label: toggleLabel, run: toggle },
  ]);
  if (of === 0) return null;
  return (
    <Opener
      opens="dialog"
      look="none"
      className="legend-silent"
      isOpen={isOpen}
      onOpenChange={setOpen}
      button={
        <>
          <svg className="hatch-sample" width="24" height="12" viewBox="0 0 24 12" aria-hidden="true">
            <path d="M0 12 12 0M6 12 18 0M12 12 24 0M-6 12 6 0M18 12 30 0" stroke="currentColor" opacity="0.6" />
          </svg>
          <FormattedMessage id="silence.legend" values={{ n: silent.length, of }} />
        </>
      }
    >
      {(sheet) => (
        <PanelSheet {...sheet} label={title} end={false}>
          <div className="silence">
            <p className="small soft">
              <FormattedMessage id="silence.help" />
            </p>
            {silent.length === 0 ? (
              <p>
                <FormattedMessage id="silence.none" />
              </p>
            ) : (
              <ul>
                {silent.map((one) => (
                  <li key={one.area}>
                    <Button
                      look="none"
                      onPress={() => {
                        sheet.onOpenChange(false);
                        change({ adm1: one.area, frame: 'off' });
                      }}
                    >
                      <b>{areaName(one.area)}</b> <span className="soft">{silenceText(intl, one)}</span>
                    </Button>
                  </li>
                ))}
              </ul>
            )}
            <Button look="bare" onPress={toggle}>
              {toggleLabel}
            </Button>
          </div>
        </PanelSheet>
      )}
    </Opener>
  );
}

import { FormattedMessage, useIntl } from 'react-intl';
import type { Core, Estimate, Figure } from '../../../src/incidents/contract.ts';
import { HARM_KINDS, HARMED_GROUPS, SEX_AGE } from '../../../src/vocabulary/codes.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { countText, rangeText } from '../../words/estimate.ts';
import { HistoryButton } from './history/history-button.tsx';
import { Term } from './term.tsx';

/** Civilians first, by sex and age; a range wherever a source gives one, a dash where none says anything. */
export function Harm({ core }: { core: Core }) {
  const intl = useIntl();
  const figures = [...core.figures].sort(
    (a, b) =>
      HARM_KINDS.indexOf(a.harm) - HARM_KINDS.indexOf(b.harm) ||
      HARMED_GROUPS.indexOf(a.group) - HARMED_GROUPS.indexOf(b.group),
  );
  const ranged = figures.some(({ total }) => rangeText(intl, total));
  const title = intl.formatMessage({ id: 'harm.title' });
  if (figures.length === 0) {
    return (
      <section>
        <h2 className="eyebrow">{title}</h2>
        <p className="soft">
          <FormattedMessage id="harm.none" />
        </p>
      </section>
    );
  }
  return (
    <section>
      <h2 className="eyebrow">
        <Term id="harm.title" field="best" />
        <span>
          <FormattedMessage id={ranged ? 'harm.ranged' : 'harm.best'} />
        </span>
      </h2>
      <table className="harm">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <td />
            {SEX_AGE.map((code) => (
              <th key={code} scope="col">
                <FormattedMessage id={`harm.${code}`} />
              </th>
            ))}
            <th scope="col">
              <FormattedMessage id="harm.all" />
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <FigureRow key={`${figure.harm} ${figure.group}`} figure={figure} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FigureRow({ figure: { harm, group, total, bySexAge } }: { figure: Figure }) {
  const intl = useIntl();
  const { label } = useVocabulary();
  const name = intl.formatMessage(
    { id: 'harm.row' },
    { harm: label('harm-kinds', harm).toLocaleLowerCase(intl.locale), group: label('harmed-groups', group) },
  );
  return (
    <tr>
      <th scope="row">
        {name}
        <HistoryButton field={`figure ${harm} ${group}`} name={name} />
      </th>
      {SEX_AGE.map((code) => (
        <td key={code}>
          <Amount estimate={bySexAge[code] ?? { low: null, best: null, high: null }} />
        </td>
      ))}
      <td className="harm-total">
        <Amount estimate={total} />
      </td>
    </tr>
  );
}

function Amount({ estimate }: { estimate: Estimate }) {
  const intl = useIntl();
  const range = rangeText(intl, estimate);
  return (
    <>
      {estimate.best === null && range ? range : countText(intl, estimate.best)}
      {estimate.best !== null && range && <span className="harm-range">{range}</span>}
    </>
  );
}

import { useIntl } from 'react-intl';

/** Numbers side by side, each above its name. */
export function Figures({ figures }: { figures: readonly { name: string; value: number }[] }) {
  const intl = useIntl();
  return (
    <dl className="figures">
      {figures.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{intl.formatNumber(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

import { useQuery } from '@tanstack/react-query';
import { FormattedMessage } from 'react-intl';
import { type Role, rolesQuery } from '../../api/people.ts';
import { useLanguage } from '../../app/preferences.ts';
import { useMission } from '../../app/session.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { listed } from '../../words/listed.ts';

/** Every role: why it is as it is, what it may do, and what it usually sees. */
export function RolesList() {
  const { slug } = useMission();
  const roles = useQuery(rolesQuery(slug));
  return (
    <Loaded query={roles}>
      {(items) => (
        <ul className="roles">
          {items.map((role) => (
            <RoleEntry key={role.code} role={role} />
          ))}
        </ul>
      )}
    </Loaded>
  );
}

function RoleEntry({ role }: { role: Role }) {
  const language = useLanguage();
  const { label } = useVocabulary();
  const { verbs, level, compartments } = role;
  return (
    <li className="role">
      <div>
        <h2>{role.labels[language]}</h2>
        <p className="soft">{role.why[language]}</p>
      </div>
      <div>
        <ul className="role-verbs">
          {verbs.map((verb) => (
            <li key={verb}>{label('verbs', verb)}</li>
          ))}
        </ul>
        <p className="soft small">
          <FormattedMessage
            id="staff.usually"
            values={{
              level: label('levels', level).toLocaleLowerCase(),
              n: compartments.length,
              compartments: listed(
                language,
                compartments.map((code) => label('compartments', code)),
              ),
            }}
          />
        </p>
      </div>
    </li>
  );
}

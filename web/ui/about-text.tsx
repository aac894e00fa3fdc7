import { useQuery } from '@tanstack/react-query';
import { FormattedMessage } from 'react-intl';
import type { Explained } from '../../src/vocabulary/codes.ts';
import { fieldsQuery, vocabularyQuery } from '../api/vocabulary.ts';
import { useLanguage } from '../app/preferences.ts';
import { Loaded } from './loaded.tsx';

/** What a field asks for, the words it takes as far as they need one, and where that comes from. */
export default function AboutText({ field, name }: { field: Explained; name: string }) {
  const language = useLanguage();
  const fields = useQuery(fieldsQuery);
  const { data: vocabulary } = useQuery(vocabularyQuery);
  return (
    <div className="about-text">
      <h2>{name}</h2>
      <Loaded query={fields} lines={3}>
        {({ fields: all }) => {
          const help = all[field];
          if (!help) return null;
          const words = (vocabulary?.lists[help.list ?? ''] ?? []).filter((code) => code.help);
          return (
            <>
              <p>{help.text[language]}</p>
              {words.length > 0 && (
                <dl className="small">
                  {words.map((word) => (
                    <div key={word.code}>
                      <dt>{word.labels[language]}</dt>
                      <dd className="soft">{word.help?.[language]}</dd>
                    </div>
                  ))}
                </dl>
              )}
              <p className="soft small">
                {help.documents.length > 0 ? (
                  <FormattedMessage
                    id="about.source"
                    values={{
                      documents: (
                        <bdi lang="en" dir="ltr">
                          {help.documents.join('; ')}
                        </bdi>
                      ),
                    }}
                  />
                ) : (
                  <FormattedMessage id={help.own ? 'about.own' : 'about.unsourced'} />
                )}
              </p>
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

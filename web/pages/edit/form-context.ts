import { createContext, useContext } from 'react';
import { useIntl } from 'react-intl';
import type { Account, Core, Protected } from '../../../src/incidents/contract.ts';
import type { Draft } from './draft.ts';
import type { Problems } from './problems.ts';

interface Form {
  draft: Draft;
  problems: Problems;
  set: (change: Partial<Draft>) => void;
}

const FormContext = createContext<Form | null>(null);
export const FormProvider = FormContext.Provider;

/** The draft, how to change its parts, and what is wrong with a field (nothing until somebody tried to save). */
export function useForm() {
  const form = useContext(FormContext);
  const intl = useIntl();
  if (!form) throw new Error('useForm is called outside a form');
  const { draft, problems, set } = form;
  return {
    ...form,
    core: draft.core,
    account: draft.account,
    setCore: (change: Partial<Core>) => set({ core: { ...draft.core, ...change } }),
    setAccount: (change: Partial<Account>) => set({ account: { ...draft.account, ...change } }),
    setProtected: (change: Partial<Protected>) => set({ protected: { ...draft.protected, ...change } }),
    problem: (path: string): string | undefined => {
      const id = problems.get(path);
      return id && intl.formatMessage({ id });
    },
  };
}

import { createContext, useContext } from 'react';

/** Opens the history of a field by its fact's id (`record/facts.ts`). */
export const OpenHistory = createContext<(field: string) => void>(() => {});
export const useOpenHistory = () => useContext(OpenHistory);

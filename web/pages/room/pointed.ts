/** The record under the pointer, or under the keyboard's cursor: list and map show the same one. */
import { createContext, useContext } from 'react';

interface PointedState {
  pointed: string | null;
  setPointed: (id: string | null) => void;
}

const PointedContext = createContext<PointedState>({ pointed: null, setPointed: () => {} });
export const Pointed = PointedContext.Provider;
export const usePointed = () => useContext(PointedContext);

/** For editors and for `npx depcruise src`; the rules themselves are in scripts/house/rules.ts. */
import { CRUISE_OPTIONS } from './scripts/house/cruise.ts';

const { ruleSet, validate: _always, ...options } = CRUISE_OPTIONS;
export default { ...ruleSet, options };

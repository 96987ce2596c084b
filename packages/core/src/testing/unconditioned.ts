/** Records of which nothing was given on conditions, for a test of something else. */
import type { FillConditions } from '../fill/value-conditions.js';
import { testHost } from './host.js';

export const UNCONDITIONED: FillConditions = {
  handling: { on: new Map(), permissions: [] },
  today: testHost().clock.today(),
};

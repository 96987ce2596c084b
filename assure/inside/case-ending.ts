/** The records that end a case, with the day of the ending. */
import { browserHost } from '../../packages/extension/src/keeper/host.js';

export { endCase } from '../../packages/core/src/testing/case-ending.js';

export const today = () => browserHost().clock.today();

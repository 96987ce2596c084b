/** How a case is ended, and the day on which it is. */
import { browserHost } from '../../packages/extension/src/keeper/host.js';

export { endCase } from '../../packages/core/src/testing/case-ending.js';

export const today = () => browserHost().clock.today();

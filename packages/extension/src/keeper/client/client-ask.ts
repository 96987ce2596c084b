/** The requests that a view makes by itself: every verb of a view, by its row alone. */
import type { AskKeeper } from '../../ports/verbs/verbs.js';
import { deepFreeze } from '../freeze.js';
import type { Line } from './line.js';

export function clientAsk(line: Pick<Line, 'ask'>): AskKeeper {
  return async (verb, args) => deepFreeze(await line.ask(verb, args));
}

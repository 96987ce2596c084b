/** Context of every act on a person. */
import type { ByHandContext, OrderRules } from '@cyber-prevent/core';

export interface ActContext extends ByHandContext {
  /** Rules of cautions and orders; absent: those that ship. */
  readonly rules?: OrderRules;
}

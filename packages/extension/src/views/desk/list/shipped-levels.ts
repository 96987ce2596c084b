/** Labels of the levels that the instruments that ship give, lowest first. Loaded after the list is there. */
import { gatherInstruments } from '@cyber-prevent/core';

export const SHIPPED_LEVELS: readonly string[] = [...gatherInstruments().values()].flatMap(
  ({ bands }) => bands.map(({ label }) => label),
);

import type { RecordId } from '@cyber-prevent/core';
import type { Route } from '../../../app/route.js';
import type { PersonAct } from '../../../app/screens.js';

/** Something that can be done about a person, from their page or from the palette. */
export interface OfferedAct extends PersonAct {
  readonly id: string;
  /** The screen for it, about that person. */
  readonly to: (subject: RecordId) => Route;
}

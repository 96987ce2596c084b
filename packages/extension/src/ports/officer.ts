/** The details of an officer, checked: given at first run, with the id made then. */
import { Line, RecordId } from '@cyber-prevent/core';
import * as v from 'valibot';

export const Officer = v.strictObject({
  id: RecordId,
  name: Line,
  number: Line,
  force: Line,
  role: Line,
  regime: Line,
  policyReference: v.exactOptional(Line),
});
export type Officer = v.InferOutput<typeof Officer>;

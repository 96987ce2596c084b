/** Fields of an addition to a concern, as the record kind describes them. */
import { type FieldDescription, fieldsOf } from '@cyber-prevent/core';

export const ADDITION_FIELDS: readonly FieldDescription[] = (
  fieldsOf('safeguardingConcern').find(({ name }) => name === 'additions')?.fields ?? []
).filter(({ set }) => set !== 'by-toolkit');

/** Fields asked for each subject: those nearly always filled in, and those folded away. */
import { type FieldDescription, fieldsOf, OWN_FIELDS } from '@cyber-prevent/core';

const FIRST: ReadonlySet<string> = new Set(['outcome', 'note']);

export function ownFields(which?: 'first' | 'more'): readonly FieldDescription[] {
  const all = fieldsOf('intervention');
  return OWN_FIELDS.flatMap((name) => all.find((field) => field.name === name) ?? []).filter(
    ({ name }) => which === undefined || FIRST.has(name) === (which === 'first'),
  );
}

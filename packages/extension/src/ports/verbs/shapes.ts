/** Shapes that the rows of several verbs share, and the parts that a row is made of. */
import { type Batch, type Issue, RecordId, type Result } from '@cyber-prevent/core';
import * as v from 'valibot';
import { VAULT_KINDS } from '../vault-terms.js';

export const Kind = v.picklist(VAULT_KINDS);
export const ShortText = v.pipe(v.string(), v.maxLength(2000));
export const Whole = v.pipe(v.number(), v.integer(), v.minValue(0));
export const Ids = v.pipe(v.array(RecordId), v.maxLength(100_000));
export const Recipients = v.pipe(v.array(ShortText), v.minLength(1), v.maxLength(10));
export const Bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array);
export const Nothing = v.void();

export const IssueShape: v.GenericSchema<Issue> = v.strictObject({
  code: v.string(),
  message: v.string(),
  at: v.exactOptional(v.string()),
  severity: v.picklist(['error', 'warning']),
});
export const Notices: v.GenericSchema<readonly Issue[]> = v.array(IssueShape);
export const BatchShape = shape<Batch>('header');

/** A row: the arguments of a verb as a tuple, each checked before a handler sees it, and the reply. */
export function verb<A extends v.GenericSchema, R extends v.GenericSchema>(args: A, reply: R) {
  return { args, reply } as const;
}

export function resultOf<T>(value: v.GenericSchema<T>): v.GenericSchema<Result<T>> {
  return v.union([
    v.strictObject({ ok: v.literal(true), value, issues: Notices }),
    v.strictObject({ ok: v.literal(false), issues: Notices }),
  ]);
}

/** A rough check, for what the keeper itself made or checks further: an object with these members. */
export function shape<T>(...names: readonly string[]): v.GenericSchema<T> {
  return v.custom<T>((value) => has(value, names));
}

export function has(value: unknown, names: readonly string[]): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && names.every((name) => name in value);
}

/** Checks a record against its kind, and says in plain sentences what is wrong and at which field. */
import * as v from 'valibot';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import { RECORD_SCHEMAS, type RecordKind, type RecordOf } from './kind.js';

/** The record, or an issue for each field that is wrong; `at` is the field's path, `grade.handlingAction`. */
export function checkRecord<K extends RecordKind>(kind: K, value: unknown): Result<RecordOf<K>> {
  const parsed = v.safeParse(RECORD_SCHEMAS[kind], value);
  if (parsed.success) return passed(parsed.output as RecordOf<K>);
  return failed(
    ...parsed.issues.map((issue): Issue => {
      const at = v.getDotPath(issue);
      return {
        code: issue.received === 'undefined' ? 'missing' : 'invalid',
        severity: 'error',
        message: issue.message,
        ...(at === null ? {} : { at }),
      };
    }),
  );
}

/** Checks a record against its kind, and reports each fault and its field in plain sentences. */
import * as v from 'valibot';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import { askFor, calledFirst } from './ask-for.js';
import type { FieldDescription } from './field.js';
import { fieldsOf, RECORD_SCHEMAS, type RecordKind, type RecordOf } from './kind.js';

/**
 * Returns the record, or one issue for each field that is wrong; `at` is the field's path, `grade.handlingAction`. A
 * message never repeats the value: it may be logged.
 */
export function checkRecord<K extends RecordKind>(kind: K, value: unknown): Result<RecordOf<K>> {
  const parsed = v.safeParse(RECORD_SCHEMAS[kind], value);
  if (parsed.success) return passed(parsed.output as RecordOf<K>);
  const issues = new Map<string | null, Issue>();
  for (const issue of parsed.issues) {
    const at = v.getDotPath(issue);
    // The first complaint is the one to act on: a text that is not a date is not also a day that does not exist.
    if (issues.has(at)) continue;
    issues.set(at, {
      code: issue.received === 'undefined' ? 'missing' : 'invalid',
      severity: 'error',
      message: messageOf(issue, kind, at),
      ...(at === null ? {} : { at }),
    });
  }
  return failed(...issues.values());
}

/** The schema's own sentence; otherwise one made from the name of the field. */
function messageOf(issue: v.BaseIssue<unknown>, kind: RecordKind, at: string | null): string {
  // The library's own messages all start with this, and quote the value.
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  const field = at === null ? undefined : fieldAt(fieldsOf(kind), at);
  if (!field) return at === null ? 'This is not a record' : 'There is no such field';
  return issue.received === 'undefined' ? askFor(field) : `${calledFirst(field)} cannot be read`;
}

/** The field of a path like `schools.0.name`. */
function fieldAt(fields: readonly FieldDescription[], path: string): FieldDescription | undefined {
  const [name, ...rest] = path.split('.').filter((part) => !/^\d+$/.test(part));
  const field = fields.find((one) => one.name === name);
  return field && rest.length > 0 ? fieldAt(field.fields ?? [], rest.join('.')) : field;
}

/** A fault, as the parser reports it. */
import * as v from 'valibot';

export const PartIssue = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/), v.maxLength(64)),
  message: v.string(),
  at: v.exactOptional(v.string()),
  severity: v.picklist(['error', 'warning']),
});

/** The settings that a force's administrators may make for every officer, in the browser's managed policy. */
import { ForceNotice, HostClassRow, RetentionPeriod, TimeLimit } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { Policy } from '../ports/services.js';

export const NO_POLICY: Policy = { fips: false };

const Minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60));

/** Each row of the right form; others are ignored. */
function readRows<T>(schema: v.GenericSchema<unknown, T>, rows: unknown): readonly T[] {
  if (!Array.isArray(rows)) return [];
  return rows.slice(0, MOST_ROWS).flatMap((row) => {
    const read = v.safeParse(schema, row);
    return read.success ? [read.output] : [];
  });
}

const MOST_ROWS = 2000;

const Said = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const SETUP = ['force', 'regime', 'policyReference'] as const;

/** Each answer of the right form; others are asked, as without a policy. */
function readSetup(given: unknown): Policy['setup'] {
  const read = v.safeParse(v.record(v.string(), v.unknown()), given);
  if (!read.success) return undefined;
  const answers = SETUP.flatMap((name) => {
    const said = v.safeParse(Said, read.output[name]);
    return said.success ? [[name, said.output] as const] : [];
  });
  return answers.length > 0 ? Object.fromEntries(answers) : undefined;
}

/** @param managed - the content of `storage.managed`; a setting of the wrong form is ignored, but for the auditor’s key */
export function readPolicy(managed: unknown): Policy {
  const read = v.safeParse(v.record(v.string(), v.unknown()), managed);
  if (!read.success) return NO_POLICY;
  const { fips, lockMinutes, requireReason, clipboard, hostClasses, retention, timeLimits } =
    read.output;
  const { auditorKey } = read.output;
  const setup = readSetup(read.output.setup);
  const notice = v.safeParse(ForceNotice, read.output.notice);
  const periods: readonly RetentionPeriod[] = readRows(RetentionPeriod, retention);
  const limits: readonly TimeLimit[] = readRows(TimeLimit, timeLimits);
  const classes: readonly HostClassRow[] = readRows(HostClassRow, hostClasses);
  return {
    fips: fips === true,
    ...(v.is(Minutes, lockMinutes) ? { lockMinutes } : {}),
    ...(requireReason === true ? { requireReason } : {}),
    ...(clipboard === false ? { clipboard } : {}),
    ...(classes.length > 0 ? { hostClasses: classes } : {}),
    ...(periods.length > 0 ? { retention: periods } : {}),
    ...(limits.length > 0 ? { timeLimits: limits } : {}),
    // A key of the wrong form is not ignored: searches would go on without it.
    ...(auditorKey === undefined
      ? {}
      : { auditorKey: typeof auditorKey === 'string' ? auditorKey : '' }),
    ...(setup ? { setup } : {}),
    ...(notice.success ? { notice: notice.output } : {}),
  };
}

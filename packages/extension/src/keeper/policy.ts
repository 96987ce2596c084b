/** The settings that a force's administrators may make for every officer, in the browser's managed policy. */
import { ForceNotice, HostClassRow, RetentionPeriod, TimeLimit } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { Policy } from '../ports/services.js';
import { PackSetting, readPackPolicy } from './packs/pack-policy.js';

export const NO_POLICY: Policy = { fips: false };

const Minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60));
const Said = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

/** Settings that are read whole, or not at all; of `setup` each answer that has its form is read, of `packs` each row. */
export const WHOLE_SETTINGS = {
  fips: v.boolean(),
  lockMinutes: Minutes,
  requireReason: v.boolean(),
  clipboard: v.boolean(),
  notice: ForceNotice,
  setup: v.strictObject({
    force: v.exactOptional(Said),
    regime: v.exactOptional(Said),
    policyReference: v.exactOptional(Said),
  }),
  packs: PackSetting,
} as const;

/** Settings that are lists: each row of its form is read. */
export const ROW_SETTINGS = {
  retention: RetentionPeriod,
  timeLimits: TimeLimit,
  hostClasses: HostClassRow,
} as const;

/** Each row of the right form; the others act nowhere, and the settings screen names them. */
function readRows<T>(schema: v.GenericSchema<unknown, T>, rows: unknown): readonly T[] {
  if (!Array.isArray(rows)) return [];
  return rows.slice(0, MOST_ROWS).flatMap((row) => {
    const read = v.safeParse(schema, row);
    return read.success ? [read.output] : [];
  });
}

export const MOST_ROWS = 2000;

const SETUP = Object.keys(WHOLE_SETTINGS.setup.entries);

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

/** @param managed - the content of `storage.managed`; a setting of the wrong form does not act, but for the auditor’s key and `packs` */
export function readPolicy(managed: unknown): Policy {
  const read = v.safeParse(v.record(v.string(), v.unknown()), managed);
  if (!read.success) return NO_POLICY;
  const { fips, lockMinutes, requireReason, clipboard, hostClasses, retention, timeLimits } =
    read.output;
  const { auditorKey, instruments } = read.output;
  const setup = readSetup(read.output.setup);
  const packs = readPackPolicy(read.output.packs);
  const notice = v.safeParse(WHOLE_SETTINGS.notice, read.output.notice);
  const periods: readonly RetentionPeriod[] = readRows(ROW_SETTINGS.retention, retention);
  const limits: readonly TimeLimit[] = readRows(ROW_SETTINGS.timeLimits, timeLimits);
  const texts: readonly string[] = readRows(v.string(), instruments);
  const classes: readonly HostClassRow[] = readRows(ROW_SETTINGS.hostClasses, hostClasses);
  return {
    fips: fips === true,
    ...(v.is(WHOLE_SETTINGS.lockMinutes, lockMinutes) ? { lockMinutes } : {}),
    ...(requireReason === true ? { requireReason } : {}),
    ...(clipboard === false ? { clipboard } : {}),
    ...(classes.length > 0 ? { hostClasses: classes } : {}),
    ...(periods.length > 0 ? { retention: periods } : {}),
    ...(limits.length > 0 ? { timeLimits: limits } : {}),
    // A key of the wrong form is not ignored: searches would go on without it.
    ...(auditorKey === undefined
      ? {}
      : { auditorKey: typeof auditorKey === 'string' ? auditorKey : '' }),
    ...(texts.length > 0 ? { instruments: texts } : {}),
    ...(setup ? { setup } : {}),
    ...(packs ? { packs } : {}),
    ...(notice.success ? { notice: notice.output } : {}),
  };
}

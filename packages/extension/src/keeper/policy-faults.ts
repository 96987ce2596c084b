/**
 * Entries of the force's managed policy that cannot be used, for the administrator who wrote them. Adapters,
 * instruments and the auditor's key have words of their own, where they are used.
 */
import { AdapterSwitch, type CodeLists, shapeIssues } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { PolicyFault } from '../ports/services.js';
import { MOST_ROWS, ROW_SETTINGS, WHOLE_SETTINGS } from './policy.js';

/** More than these help nobody. */
const MOST_FAULTS = 50;

const WHOLE: Readonly<Record<string, v.GenericSchema>> = {
  ...WHOLE_SETTINGS,
  auditorKey: v.string(),
  adapters: v.array(v.unknown()),
  instruments: v.array(v.string()),
};
const ROWS: Readonly<Record<string, v.GenericSchema>> = {
  ...ROW_SETTINGS,
  adaptersOff: AdapterSwitch,
};

/** Names in an entry that must be codes of a list. */
const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  setup: { force: 'force', regime: 'purpose-regime' },
  retention: { group: 'retention-group' },
};

/** @param managed - the content of `storage.managed` */
export function policyFaults(managed: unknown, lists: CodeLists): readonly PolicyFault[] {
  const read = v.safeParse(v.record(v.string(), v.unknown()), managed);
  if (!read.success) return [];
  return Object.entries(read.output)
    .flatMap(([setting, value]) => faultsOf(setting, value, lists))
    .slice(0, MOST_FAULTS);
}

function faultsOf(setting: string, value: unknown, lists: CodeLists): readonly PolicyFault[] {
  const row = Object.hasOwn(ROWS, setting) ? ROWS[setting] : undefined;
  const whole = Object.hasOwn(WHOLE, setting) ? WHOLE[setting] : undefined;
  const about = { setting, what: setting, lists };
  if (!row) return whole ? entryFaults(whole, value, about) : [unknownSetting(setting)];
  if (!Array.isArray(value)) return entryFaults(v.array(row), value, about);
  return [
    ...value
      .slice(0, MOST_ROWS)
      .flatMap((each, nth) =>
        entryFaults(row, each, { setting, what: 'this row', lists }).map(
          ({ message }): PolicyFault => ({ setting, row: nth + 1, message }),
        ),
      ),
    ...(value.length > MOST_ROWS
      ? [{ setting, message: `Only the first ${MOST_ROWS} rows are read.` }]
      : []),
  ];
}

interface About {
  readonly setting: string;
  /** A name for the entry in a sentence. */
  readonly what: string;
  readonly lists: CodeLists;
}

function entryFaults(
  schema: v.GenericSchema,
  value: unknown,
  { setting, what, lists }: About,
): readonly PolicyFault[] {
  const read = v.safeParse(schema, value);
  if (read.success) return unknownCodes(setting, value, lists);
  return shapeIssues(read.issues, 'policy', what, (path) => path.join('.')).map(
    ({ at, message }) => (at === undefined ? { message } : { setting, message }),
  );
}

function unknownCodes(setting: string, entry: unknown, lists: CodeLists): readonly PolicyFault[] {
  const named = v.safeParse(v.record(v.string(), v.unknown()), entry);
  if (!named.success) return [];
  return Object.entries(CODES[setting] ?? {}).flatMap(([name, list]) => {
    const code = named.output[name];
    const isKnown = lists.get(list)?.codes.some((each) => each.code === code);
    if (typeof code !== 'string' || isKnown) return [];
    return [{ setting, message: `“${code}” is not a code of the list “${list}”.` }];
  });
}

function unknownSetting(setting: string): PolicyFault {
  return { message: `“${setting}” is not a setting. Check its spelling, or remove it.` };
}

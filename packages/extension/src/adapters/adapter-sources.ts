/**
 * Where adapters come from: those that ship, those that the force's policy hands out, those that the officer loaded from a
 * file. Apart from the rest, and loaded when there is something to check: a panel paints without it.
 */
import {
  type Adapter,
  AdapterSwitch,
  adaptersInUse,
  checkAdapter,
  type Issue,
  isSwitchedOff,
} from '@cyber-prevent/core';
import * as v from 'valibot';
import { type LoadedFile, textOf } from './adapter-files.js';
import type { AdapterSeen } from './adapter-seen.js';

export { heldAdapters } from './adapter-held.js';
export { noteSeen } from './adapter-seen.js';

/** More than a force has systems. */
const MOST_ADAPTERS = 100;

export interface AdapterSources {
  readonly shipped: readonly Adapter[];
  /** What `storage.managed` holds. */
  readonly managed: unknown;
  /** What the officer loaded. */
  readonly files: readonly LoadedFile[];
  /** Versions that the officer switched off. */
  readonly off?: readonly AdapterSwitch[];
  /** By id, how each did at the last capture. */
  readonly seen?: Readonly<Record<string, AdapterSeen>>;
}

export interface ListedAdapter {
  readonly adapter: Adapter;
  readonly from: 'shipped' | 'policy' | 'file';
  /** The policy switched this version off. */
  readonly isOff: boolean;
  /** The officer switched this version off. */
  readonly isOffHere: boolean;
  /** Pages are read with this one, and not with another of its id. */
  readonly isInUse: boolean;
  /** What is known of the file that it came in. */
  readonly file?: Exclude<LoadedFile, string>;
  /** How this version did at the last capture. */
  readonly seen?: AdapterSeen;
}

export interface GatheredAdapters {
  readonly listed: readonly ListedAdapter[];
  readonly inUse: readonly Adapter[];
  /** What in the policy, or in a file that this release no longer takes, is wrong. */
  readonly issues: readonly Issue[];
}

interface Found {
  readonly adapter: Adapter;
  readonly from: ListedAdapter['from'];
  readonly file?: Exclude<LoadedFile, string>;
}

export function gatherAdapters(sources: AdapterSources): GatheredAdapters {
  const { shipped, managed, files, off = [], seen = {} } = sources;
  const policy = v.is(v.record(v.string(), v.unknown()), managed) ? managed : {};
  const switches = listOf(policy.adaptersOff).filter((each) => v.is(AdapterSwitch, each));
  const issues: Issue[] = [];
  const checked = (text: unknown, from: Found['from'], file?: LoadedFile): readonly Found[] => {
    const adapter = checkAdapter(typeof text === 'string' ? text : '');
    if (!adapter.ok) issues.push(...adapter.issues);
    if (!adapter.ok) return [];
    return [{ adapter: adapter.value, from, ...(typeof file === 'object' ? { file } : {}) }];
  };
  const found: readonly (readonly Found[])[] = [
    shipped.map((adapter) => ({ adapter, from: 'shipped' })),
    listOf(policy.adapters)
      .slice(0, MOST_ADAPTERS)
      .flatMap((text) => checked(text, 'policy')),
    files.slice(0, MOST_ADAPTERS).flatMap((file) => checked(textOf(file), 'file', file)),
  ];
  const inUse = adaptersInUse(
    found.map((of) => of.map(({ adapter }) => adapter)),
    [...switches, ...off],
  );
  return {
    listed: found.flat().map((each) => {
      const { id, version } = each.adapter;
      const last = Object.hasOwn(seen, id) ? seen[id] : undefined;
      return {
        ...each,
        isOff: isSwitchedOff(each.adapter, switches),
        isOffHere: isSwitchedOff(each.adapter, off),
        isInUse: inUse.includes(each.adapter),
        ...(last?.version === version ? { seen: last } : {}),
      };
    }),
    inUse,
    issues,
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

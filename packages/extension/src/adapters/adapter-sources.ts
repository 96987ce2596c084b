/**
 * The sources of adapters: the shipped ones, those of definition packs, those that the force's policy distributes, those
 * that the officer loaded from a file. A separate module, loaded when there is something to check: a panel paints without it.
 */

import {
  type Adapter,
  AdapterSwitch,
  adaptersInUse,
  checkAdapterOfFile,
  type Issue,
  isSwitchedOff,
} from '@cyber-prevent/core';
import * as v from 'valibot';
import type { ListedAdapter, LoadedFile } from '../ports/adapters.js';
import { textOf } from './adapter-files.js';
import type { AdapterSources } from './gathered-from.js';

export { heldAdapters } from './adapter-held.js';
export { noteSeen } from './adapter-seen.js';

/** More than the number of a force's systems. */
const MOST_ADAPTERS = 100;

export interface GatheredAdapters {
  readonly listed: readonly ListedAdapter[];
  readonly inUse: readonly Adapter[];
  /** Faults in the policy, or in a file that this release no longer accepts. */
  readonly issues: readonly Issue[];
}

interface Found {
  readonly adapter: Adapter;
  readonly from: ListedAdapter['from'];
  readonly file?: Exclude<LoadedFile, string>;
}

export function gatherAdapters(sources: AdapterSources): GatheredAdapters {
  const { shipped, packed = [], managed, files, off = [], seen = {} } = sources;
  const policy = v.is(v.record(v.string(), v.unknown()), managed) ? managed : {};
  const switches = listOf(policy.adaptersOff).filter((each) => v.is(AdapterSwitch, each));
  const issues: Issue[] = [];
  const checked = (text: unknown, from: Found['from'], file?: LoadedFile): readonly Found[] => {
    const adapter = checkAdapterOfFile(typeof text === 'string' ? text : '');
    if (!adapter.ok) issues.push(...adapter.issues);
    if (!adapter.ok) return [];
    return [{ adapter: adapter.value, from, ...(typeof file === 'object' ? { file } : {}) }];
  };
  const found: readonly (readonly Found[])[] = [
    shipped.map((adapter) => ({ adapter, from: 'shipped' })),
    packed.map((adapter) => ({ adapter, from: 'pack' })),
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

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

export { checkAdapter };

/** More than a force has systems. */
const MOST_ADAPTERS = 100;

export interface AdapterSources {
  readonly shipped: readonly Adapter[];
  /** What `storage.managed` holds. */
  readonly managed: unknown;
  /** Texts of the files that the officer loaded. */
  readonly files: readonly string[];
}

export interface ListedAdapter {
  readonly adapter: Adapter;
  readonly from: 'shipped' | 'policy' | 'file';
  /** The policy switched this version off. */
  readonly isOff: boolean;
}

export interface GatheredAdapters {
  readonly listed: readonly ListedAdapter[];
  readonly inUse: readonly Adapter[];
  /** What in the policy, or in a file that this release no longer takes, is wrong. */
  readonly issues: readonly Issue[];
}

export function gatherAdapters({ shipped, managed, files }: AdapterSources): GatheredAdapters {
  const policy = v.is(v.record(v.string(), v.unknown()), managed) ? managed : {};
  const switches = listOf(policy.adaptersOff).filter((each) => v.is(AdapterSwitch, each));
  const issues: Issue[] = [];
  const checked = (texts: readonly unknown[]): readonly Adapter[] =>
    texts.slice(0, MOST_ADAPTERS).flatMap((text) => {
      const adapter = checkAdapter(typeof text === 'string' ? text : '');
      if (!adapter.ok) issues.push(...adapter.issues);
      return adapter.ok ? [adapter.value] : [];
    });
  const sources = [
    ['shipped', shipped],
    ['policy', checked(listOf(policy.adapters))],
    ['file', checked(files)],
  ] as const;
  return {
    listed: sources.flatMap(([from, adapters]) =>
      adapters.map((adapter) => ({ adapter, from, isOff: isSwitchedOff(adapter, switches) })),
    ),
    inUse: adaptersInUse(
      sources.map(([, adapters]) => adapters),
      switches,
    ),
    issues,
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

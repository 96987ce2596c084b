/**
 * Why records are opened. Where policy asks, each opening asks for a reason code, which then holds for that record until
 * the vault is locked; otherwise what a screen is for is the reason.
 */
import type { RecordId } from '@cyber-prevent/core';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Services } from './services.js';

export interface Reasons {
  /** Whether policy asks; undefined while it is not known yet. */
  readonly isAsked: ReadonlySignal<boolean | undefined>;
  /** The codes that were given, by record. */
  readonly given: ReadonlySignal<ReadonlyMap<RecordId, string>>;
  give(records: readonly RecordId[], code: string): void;
  /** What to log for a look at the record: what was given for it, else what the screen is for. */
  reasonFor(record: RecordId, screen: string): string;
}

export function makeReasons({ policy, vault }: Pick<Services, 'policy' | 'vault'>): Reasons {
  const isAsked = signal<boolean | undefined>(undefined);
  const given = signal<ReadonlyMap<RecordId, string>>(new Map());
  policy().then(
    ({ requireReason }) => {
      isAsked.value = requireReason === true;
    },
    // A policy that cannot be read may ask: a reason too many harms nobody.
    () => {
      isAsked.value = true;
    },
  );
  vault.subscribe(({ name }) => {
    if (name !== 'open') given.value = new Map();
  });
  return {
    isAsked,
    given,
    give(records, code) {
      given.value = new Map([...given.value, ...records.map((id) => [id, code] as const)]);
    },
    reasonFor: (record, screen) => given.value.get(record) ?? screen,
  };
}

/**
 * Why records are opened. Where policy asks, each opening asks for a reason code, which then holds for that record until
 * the vault is locked; otherwise what a screen is for is the reason.
 */
import type { RecordId } from '@cyber-prevent/core';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Services } from '../ports/services.js';

export interface Reasons {
  /** Whether policy asks; undefined while it is not known yet. */
  readonly isAsked: ReadonlySignal<boolean | undefined>;
  /** The codes that were given, by record. */
  readonly given: ReadonlySignal<ReadonlyMap<RecordId, string>>;
  give(record: RecordId, code: string): void;
  /** What to log for a look at the record: what was given for it, else what the screen is for. */
  reasonFor(record: RecordId, screen: string): string;
}

export function makeReasons({ policy, vault }: Pick<Services, 'policy' | 'vault'>): Reasons {
  const isAsked = signal<boolean | undefined>(undefined);
  const given = signal<ReadonlyMap<RecordId, string>>(new Map());
  let isOpen = vault.state().name === 'open';
  const read = (): void => {
    policy().then(
      ({ requireReason }) => {
        isAsked.value = requireReason === true;
      },
      // A policy that cannot be read may ask: a reason too many harms nobody.
      () => {
        isAsked.value = true;
      },
    );
  };
  read();
  vault.subscribe(({ name }) => {
    const opens = name === 'open' && !isOpen;
    isOpen = name === 'open';
    if (!isOpen) given.value = new Map();
    if (!opens) return;
    // The browser may have been given its policies since this page was opened: no record is opened before they are read.
    isAsked.value = undefined;
    read();
  });
  return {
    isAsked,
    given,
    give(record, code) {
      given.value = new Map([...given.value, [record, code]]);
    },
    reasonFor: (record, screen) => given.value.get(record) ?? screen,
  };
}

/**
 * The one place that every look goes through: whatever a screen gives as its reason, the code that the officer gave for
 * the record that it opened is what is logged.
 */
export function lookingWith(
  { store, blobs }: Pick<Services, 'store' | 'blobs'>,
  why: (screen: string) => string,
): Pick<Services, 'store' | 'blobs'> {
  return {
    store: new Proxy(store, {
      get(target, name) {
        if (name === 'consult')
          return (ids: readonly RecordId[], reason: string) => target.consult(ids, why(reason));
        const member: unknown = Reflect.get(target, name, target);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    }),
    blobs: {
      put: (bytes) => blobs.put(bytes),
      consult: (record, name, reason) => blobs.consult(record, name, why(reason)),
    },
  };
}

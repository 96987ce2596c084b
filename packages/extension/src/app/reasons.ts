/**
 * The reasons for opening records. If policy requires it, each opening asks for a reason code, which then applies to
 * that record until the vault is locked; otherwise the purpose of the screen is the reason.
 */
import type { RecordId } from '@cyber-prevent/core';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Services } from '../ports/services.js';

export interface Reasons {
  /** True if policy asks; undefined while it is not known yet. */
  readonly isAsked: ReadonlySignal<boolean | undefined>;
  /** The given codes, by record. */
  readonly given: ReadonlySignal<ReadonlyMap<RecordId, string>>;
  give(record: RecordId, code: string): void;
  /** The reason to log for a look: the code given for the opened record, otherwise the screen's purpose. */
  reasonFor(opened: RecordId | undefined, screen: string): string;
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
      // A policy that cannot be read may ask: one reason too many is harmless.
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
    // The browser may have received its policies since this page was opened: no record is opened before they are read.
    isAsked.value = undefined;
    read();
  });
  return {
    isAsked,
    given,
    give(record, code) {
      given.value = new Map([...given.value, [record, code]]);
    },
    reasonFor: (opened, screen) => (opened && given.value.get(opened)) ?? screen,
  };
}

/**
 * The one path of every look: the code that the officer gave for the opened record is logged, even if a screen gives
 * another reason.
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
      openFile: (record, reason) => blobs.openFile(record, why(reason)),
    },
  };
}

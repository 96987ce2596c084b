/**
 * The words of searches for the auditor whom the force’s policy names: sealed so that nobody at this computer can open
 * them. Where its key cannot be used, no search can be logged, and none is answered.
 */
import { type Issue, PreventError } from '@cyber-prevent/core';
import type { Policy } from '../../ports/services.js';
import { type AuditorKey, readAuditorKey, sealWords } from '../../vault/seal-words.js';
import { auditorKeyUnusable } from '../session-issue.js';

export interface AuditorWords {
  /**
   * @returns undefined where the policy names no auditor
   * @throws {PreventError} `CP_POLICY_INVALID` when its key cannot be used
   */
  seal(words: string): Promise<string | undefined>;
  /** @throws {PreventError} as `seal` does */
  check(): Promise<void>;
  /** The trouble to show once the vault is open, if the key cannot be used. */
  issue(): Promise<Issue | undefined>;
}

/** Milliseconds for which a policy that was in order is not read again for an answer: one comes with each letter. */
const IN_ORDER_MS = 60_000;

/** @param policy - read at each search that is logged: it may have changed since the unlock */
export function auditorWords(policy: (() => Promise<Policy>) | undefined): AuditorWords {
  let last: { readonly written: string; readonly read: Promise<AuditorKey> } | undefined;
  let inOrderAt = Number.NEGATIVE_INFINITY;
  const key = async (): Promise<AuditorKey | undefined> => {
    inOrderAt = Number.NEGATIVE_INFINITY;
    const written = (await policy?.())?.auditorKey;
    if (written !== undefined && last?.written !== written)
      last = { written, read: readAuditorKey(written) };
    const read = written === undefined ? undefined : await last?.read;
    inOrderAt = performance.now();
    return read;
  };
  return {
    async seal(words) {
      const auditor = await key();
      return auditor && sealWords(words, auditor);
    },
    async check() {
      if (performance.now() - inOrderAt > IN_ORDER_MS) await key();
    },
    issue: () =>
      key().then(
        () => undefined,
        (error: unknown) =>
          error instanceof PreventError && error.code === 'CP_POLICY_INVALID'
            ? auditorKeyUnusable(error.message)
            : undefined,
      ),
  };
}

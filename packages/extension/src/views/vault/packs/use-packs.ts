/** The packs of the open vault for a screen: read when it is shown, and again when they change. */
import type { Issue, Result } from '@cyber-prevent/core';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { PackChangeAct, PacksRead } from '../../../ports/packs.js';
import { asIssue } from '../../act/as-issue.js';
import { onPolicyChange } from '../../act/policy/follow-policy.js';

/** Asks the keeper for a change of a pack or of an issuer; `done` is the sentence once it was made. */
export type ChangePack = (
  change: PackChangeAct,
  of: string,
  reason: string,
  done: string,
) => Promise<void>;

export interface Packs {
  /** Undefined until they are read. */
  readonly read: ReadonlySignal<PacksRead | undefined>;
  readonly errors: ReadonlySignal<readonly Issue[]>;
  /** The last change, in words. */
  readonly done: ReadonlySignal<string>;
  readonly change: ChangePack;
}

export function usePacks(): Packs {
  const { services } = useApp();
  const read = useSignal<PacksRead | undefined>(undefined);
  const errors = useSignal<readonly Issue[]>([]);
  const done = useSignal('');
  const load = async (): Promise<void> => {
    try {
      read.value = await services.ask('packs-held', []);
    } catch (error) {
      errors.value = [asIssue(error)];
    }
  };
  useEffect(() => {
    void load();
    // Another window may have taken one in, or the policy have changed.
    return onPolicyChange(services, () => void load());
  }, [services]);
  const change: ChangePack = async (act, of, reason, words) => {
    done.value = '';
    errors.value = [];
    try {
      const changed: Result<true> = await services.ask('pack-change', [act, of, reason]);
      // The list comes first, so that a success message is never ahead of what is visible.
      await load();
      if (changed.ok) done.value = words;
      else errors.value = changed.issues;
    } catch (error) {
      errors.value = [asIssue(error)];
    }
  };
  return { read, errors, done, change };
}

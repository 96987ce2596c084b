/**
 * Fills the form in front of the officer for a view: reads it, types the approved values, takes them back. Never sends.
 */
import type { FillKind, Result } from '@cyber-prevent/core';
import type {
  ControlFacts,
  ControlTarget,
  FillOutcome,
  FillStep,
  NamedForm,
} from '@cyber-prevent/core/fill';
import type { GrantedTab } from './capture-service.js';

/** A page as it was when the officer pressed on it. */
export interface FormRead {
  readonly tabId: number;
  readonly form: NamedForm;
  /** The current facts of the controls on the open page. */
  readonly facts: readonly ControlFacts[];
  /** Name of the system: from its adapter, otherwise its host. */
  readonly system: string;
  /** The address in a form that may be stored. */
  readonly url: string;
  /** Candidates for the reference under which the system keeps the record, the likeliest first. */
  readonly references: readonly string[];
}

export interface FillOptions {
  /** Called at once for each step, and again if the page changed its response. */
  readonly onStep?: (outcome: FillOutcome) => void;
  /** Ends the filling after the current step. */
  readonly signal?: AbortSignal;
}

export interface FillService {
  /** Looks at the page, and types nothing. The issue gives the reason why it could not be read, and what to do. */
  read(tab: GrantedTab, kind: FillKind): Promise<Result<FormRead>>;
  /** @returns one outcome for each step that was tried; the last is `stopped` if the page stopped it */
  fill(
    read: FormRead,
    steps: readonly FillStep[],
    options?: FillOptions,
  ): Promise<readonly FillOutcome[]>;
  /** True if the page has sent anything since typing began that the officer did not press for. False if it is gone. */
  hasSent(read: FormRead): Promise<boolean>;
  /**
   * Calls `onSent` once, when the page sends something after typing that the officer did not press for. @returns a
   * function that stops it
   */
  watch(read: FormRead, onSent: () => void): () => void;
  /**
   * Restores the earlier values where the typed ones are still there. @returns the restored steps, and the reason for
   * each of the rest
   */
  undo(read: FormRead): Promise<readonly FillOutcome[]>;
  /** Shows a box on the page without touching it. False when it is no longer there. */
  point(read: FormRead, target: ControlTarget | undefined): Promise<boolean>;
  /** Releases the page: nothing of ours stays in it, and nothing can be undone any more. */
  release(read: FormRead): Promise<void>;
}

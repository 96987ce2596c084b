/** How a view fills the form in front of the officer: reads it, types what was approved, takes it back. Never sends. */
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
  /** What the open page says of the controls now. */
  readonly facts: readonly ControlFacts[];
  /** What to call the system: by its adapter, otherwise by its host. */
  readonly system: string;
  /** The address as it may be kept. */
  readonly url: string;
  /** What may be the reference under which the system keeps what it was given, the likeliest first. */
  readonly references: readonly string[];
}

export interface FillOptions {
  /** At once for each step, and again where the page thought better of one. */
  readonly onStep?: (outcome: FillOutcome) => void;
  /** Ends the filling after the step under way. */
  readonly signal?: AbortSignal;
}

export interface FillService {
  /** Looks at the page, and types nothing. The issue says in words why it could not be read, and what to do. */
  read(tab: GrantedTab, kind: FillKind): Promise<Result<FormRead>>;
  /** @returns one outcome for each step that was tried; the last is `stopped` where the page stopped it */
  fill(
    read: FormRead,
    steps: readonly FillStep[],
    options?: FillOptions,
  ): Promise<readonly FillOutcome[]>;
  /** Whether the page has sent anything since typing began that the officer did not press for. False where it is gone. */
  hasSent(read: FormRead): Promise<boolean>;
  /** Tells once, when the page sends something after typing that the officer did not press for. @returns how to stop */
  watch(read: FormRead, onSent: () => void): () => void;
  /** Puts back what was typed, where it still stands. @returns what was put back, and why not for the rest */
  undo(read: FormRead): Promise<readonly FillOutcome[]>;
  /** Shows a box on the page without touching it. False when it is there no longer. */
  point(read: FormRead, target: ControlTarget | undefined): Promise<boolean>;
  /** Lets go of the page: nothing of ours is kept there, and nothing can be undone any more. */
  release(read: FormRead): Promise<void>;
}

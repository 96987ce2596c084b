/**
 * Saves what a screen comes to. The one way for every act on a record: made once, with what was half typed let go, the words that say
 * so and undo it, the notice to past recipients where something was corrected, and where one goes then.
 */
import type { Issue, RecordKind, Result } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../app/app.js';
import type { OpenWork } from '../../app/open-work.js';
import type { Said } from '../../app/session.js';
import { asIssue } from './as-issue.js';
import { keepOnce } from './keep-once.js';
import { keptBefore } from './kept-before.js';
import { NoticeOffer } from './notice-offer.js';
import { owesNotice } from './past-recipients.js';
import { type Committed, type Made, saveOnce } from './save-once.js';
import type { Edit } from './use-edit.js';

/** Said once it is kept; the save can be taken back from there. */
export interface Done extends Omit<Said, 'seq'> {
  readonly go: () => unknown;
  /** It is given to somebody else by then: no undo is offered. */
  readonly isFinal?: true;
}

/** What the act comes to; undefined where the form says already what is missing. */
type Act<T> = () => Result<T> | undefined | Promise<Result<T> | undefined>;

export interface SaveAbout {
  /** What is half typed; where nothing is, the name of the act and of what it is on. */
  readonly work: Pick<OpenWork<unknown>, 'held' | 'hold' | 'letGo'> | string;
  /** Of a form that changes a record which another window may have changed meanwhile. */
  readonly edit?: Pick<Edit<RecordKind>, 'catches'> | undefined;
  /** Shows what is wrong; nothing typed is lost. Told nothing where nothing is. */
  readonly show: (issues: readonly Issue[]) => void;
}

/**
 * One at a time.
 *
 * @param of - all that the act is made of: pressed again after an answer that never came, the same is the same save
 */
export type Save = <T extends Committed>(
  about: SaveAbout,
  of: unknown,
  act: Act<T>,
  done: (kept: T, issues: readonly Issue[], seq: number | undefined) => Done,
) => Promise<void>;

export function useSave(): { readonly isBusy: boolean; readonly save: Save } {
  const { services, session } = useApp();
  const isBusy = useSignal(false);
  const save: Save = async <Kept extends Committed>(
    { work, edit, show }: SaveAbout,
    of: unknown,
    act: Act<Kept>,
    done: (kept: Kept, issues: readonly Issue[], seq: number | undefined) => Done,
  ) => {
    if (isBusy.value) return;
    isBusy.value = true;
    let warnings: readonly Issue[] = [];
    const make = async (): Promise<Made<Kept>> => {
      const result = await act();
      if (!result) return { ok: false, issues: [] };
      warnings = result.issues;
      show(result.ok ? [] : result.issues);
      return result;
    };
    try {
      const outcome = await (typeof work === 'string'
        ? keepOnce(services, work, of, make)
        : saveOnce(services, work, of, make));
      if (outcome.name === 'kept-before') show([keptBefore(outcome.at)]);
      if (outcome.name !== 'kept') return;
      const { made, seq } = outcome;
      if (typeof work !== 'string') await work.letGo();
      // Whether or not the log can be read to see who had it.
      const owed = await owesNotice(services.store, made.commit.changes).catch(() => undefined);
      const { go, body, isFinal, ...said } = done(made, warnings, seq);
      session.say({
        ...said,
        seq: isFinal ? undefined : seq,
        ...(body || owed
          ? { body: [body, owed && <NoticeOffer key="notice" subject={owed} />] }
          : {}),
      });
      await go();
    } catch (error) {
      if (!(await edit?.catches(error))) show([asIssue(error)]);
    } finally {
      isBusy.value = false;
    }
  };
  return { isBusy: isBusy.value, save };
}

/**
 * Saves the result of a screen: the one way for every act on a record. It saves exactly once, clears the draft, shows
 * the success message with *Undo*, offers the notice to past recipients of a corrected value, then navigates.
 */
import type { Issue, RecordId, RecordKind, Result } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../app/app.js';
import type { OpenWork } from '../../app/open-work.js';
import type { Committed } from '../../app/pending-save.js';
import type { Said } from '../../app/session.js';
import { asIssue } from './as-issue.js';
import { keepOnce } from './keep-once.js';
import { sayKeptBefore } from './kept-before.js';
import { NoticeOffer } from './notice-offer.js';
import { peopleOfSave } from './people-of-save.js';
import { type Made, saveOnce } from './save-once.js';
import type { Edit } from './use-edit.js';

/** Success message; the save can be undone from there. */
export interface Done extends Omit<Said, 'seq' | 'about'> {
  readonly go: () => unknown;
  /** Set once it has been given to someone else: no undo is offered. */
  readonly isFinal?: true;
  /** The person whom it is about, if the changes name nobody: a capture is of everybody who was read from it. */
  readonly of?: RecordId;
}

/** Makes the result; undefined if the form already shows what is missing. */
type Act<T> = () => Result<T> | undefined | Promise<Result<T> | undefined>;

export interface SaveAbout {
  /** The draft; if nothing is typed, the name of the act and of its object. */
  readonly work:
    | (Pick<OpenWork<unknown>, 'held' | 'hold' | 'letGo'> &
        Partial<Pick<OpenWork<unknown>, 'keepAsNew'>>)
    | string;
  /** For a form that changes a record which another window may have changed in the meantime. */
  readonly edit?:
    | (Pick<Edit<RecordKind>, 'catches'> & Partial<Pick<Edit<RecordKind>, 'about'>>)
    | undefined;
  /** Shows the errors, without losing anything typed. An empty list clears them. */
  readonly show: (issues: readonly Issue[]) => void;
}

/**
 * Saves one at a time.
 *
 * @param of - everything the act is made from: pressed again after a lost answer, the same input is the same save
 */
export type Save = <T extends Committed>(
  about: SaveAbout,
  of: unknown,
  act: Act<T>,
  done: (kept: T, issues: readonly Issue[], seq: number | undefined) => Done,
) => Promise<void>;

export function useSave(): { readonly isBusy: boolean; readonly save: Save } {
  const app = useApp();
  const isBusy = useSignal(false);
  const save: Save = async <Kept extends Committed>(
    { work, edit, show }: SaveAbout,
    of: unknown,
    act: Act<Kept>,
    done: (kept: Kept, issues: readonly Issue[], seq: number | undefined) => Done,
  ) => {
    if (isBusy.value) return;
    isBusy.value = true;
    const { services, session } = app;
    let warnings: readonly Issue[] = [];
    const make = async (): Promise<Made<Kept>> => {
      const result = await act();
      if (!result) return { ok: false, issues: [] };
      warnings = result.issues;
      show(result.ok ? [] : result.issues);
      const about = edit?.about;
      if (!result.ok || about === undefined) return result;
      const { value } = result;
      return { ok: true, value: { ...value, commit: { ...value.commit, about } } };
    };
    try {
      const outcome = await (typeof work === 'string'
        ? keepOnce(services, work, of, make)
        : saveOnce(services, work, of, make));
      if (outcome.name === 'kept-before') {
        // A further change makes no second record: the next press may make it, once the officer knows.
        if (outcome.kept.isChange && typeof work !== 'string') {
          await work.hold(undefined).catch(() => undefined);
          await work.keepAsNew?.();
        }
        show([]);
        sayKeptBefore(app, outcome.kept);
      }
      if (outcome.name !== 'kept') return;
      const { made, seq, owed } = outcome;
      if (typeof work !== 'string') await work.letGo();
      const { go, body, isFinal, of: meant, ...said } = done(made, warnings, seq);
      const { ids, people } = await peopleOfSave(services.store, made.commit.changes, meant);
      session.say({
        ...said,
        about: ids,
        seq: isFinal ? undefined : seq,
        people,
        body: owed
          ? [
              <NoticeOffer key="notice" subject={owed} />,
              typeof body === 'string' && body !== '' ? <p class="govuk-body">{body}</p> : body,
            ]
          : body || undefined,
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

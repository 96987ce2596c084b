/**
 * Saves what a screen comes to. The one way for every act on a record: made once, with what was half typed let go, the words that say
 * so and undo it, the notice to past recipients where something was corrected, and where one goes then.
 */
import type { CaseCommit, Issue, RecordId, RecordKind, Result } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import type { OpenWork } from '../../app/open-work.js';
import type { Said } from '../../app/session.js';
import { writtenMoment } from '../../components/written-value.js';
import { t } from '../../locales/late.js';
import { asIssue } from './as-issue.js';
import { NoticeOffer } from './notice-offer.js';
import { callsForNotice } from './past-recipients.js';
import { saveOnce } from './save-once.js';
import { sealedPlace } from './sealed-place.js';
import type { Edit } from './use-edit.js';

/** Said once it is kept; the save can be taken back from there. */
export interface Done extends Omit<Said, 'seq'> {
  readonly go: () => unknown;
}

/** What the act comes to; undefined where the form says already what is missing. */
type Act<T> = () => Result<T> | undefined | Promise<Result<T> | undefined>;

export interface SaveAbout {
  /** What is half typed; where nothing is, the name of the act and of what it is on. */
  readonly work: Pick<OpenWork<unknown>, 'held' | 'hold' | 'letGo'> | string;
  /** Whom it is about: those who received what is corrected are told from there. */
  readonly subject?: RecordId | undefined;
  /** Of a form that changes a record which another window may have changed meanwhile. */
  readonly edit?: Pick<Edit<RecordKind>, 'catches'> | undefined;
  /** Shows what is wrong; nothing typed is lost. */
  readonly show: (issues: readonly Issue[]) => void;
}

export interface Saving {
  readonly isBusy: boolean;
  /**
   * One at a time.
   *
   * @param of - all that the act is made of: pressed again after an answer that never came, the same is the same save
   */
  save<T extends CaseCommit>(
    of: unknown,
    act: Act<T>,
    done: (kept: T, issues: readonly Issue[]) => Done,
  ): Promise<void>;
}

export function useSave({ work, subject, edit, show }: SaveAbout): Saving {
  const { services, session } = useApp();
  const isBusy = useSignal(false);
  const place = useMemo(
    () => (typeof work === 'string' ? sealedPlace(services.work, work) : work),
    [services, work],
  );
  return {
    isBusy: isBusy.value,
    async save<T extends CaseCommit>(
      of: unknown,
      act: Act<T>,
      done: (kept: T, issues: readonly Issue[]) => Done,
    ): Promise<void> {
      if (isBusy.value) return;
      isBusy.value = true;
      let warnings: readonly Issue[] = [];
      try {
        const outcome = await saveOnce<T>(services, place, of, async () => {
          const result = await act();
          if (!result) return { ok: false, issues: [] };
          warnings = result.issues;
          show(result.ok ? [] : result.issues);
          return result;
        });
        if (outcome.name === 'kept-before') show([keptBefore(outcome.at)]);
        if (outcome.name !== 'kept') return;
        const { made, seq } = outcome;
        // It is kept: that something of it is left beside what was typed is no trouble of the officer’s.
        await (typeof work === 'string'
          ? place.hold(undefined).catch(() => undefined)
          : work.letGo());
        const { go, body, ...said } = done(made, warnings);
        const offer = await noticeOffer(made, subject);
        session.say({
          ...said,
          ...(seq === undefined ? {} : { seq }),
          ...(body || offer ? { body: [body, offer] } : {}),
        });
        await go();
      } catch (error) {
        if (!(await edit?.catches(error))) show([asIssue(error)]);
      } finally {
        isBusy.value = false;
      }
    },
  };

  /** It is kept, whether or not the log can be read to see who had it. */
  async function noticeOffer(
    { commit }: CaseCommit,
    about: RecordId | undefined,
  ): Promise<ComponentChildren> {
    if (about === undefined) return undefined;
    const isOwed = await callsForNotice(services.store, commit.changes).catch(() => false);
    return isOwed ? <NoticeOffer key="notice" subject={about} /> : undefined;
  }
}

function keptBefore(at: string): Issue {
  return {
    code: 'kept-before',
    severity: 'error',
    message: t('save.kept-before', { at: writtenMoment(at) }),
  };
}

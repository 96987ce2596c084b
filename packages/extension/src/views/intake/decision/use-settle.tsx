/**
 * Saves a decision. The records it destroys are first confirmed on a page of their own, where they can also be kept until
 * a day; the disposal cannot be undone.
 */
import {
  type CaseCommit,
  type CaseRoot,
  disposalReference,
  type Issue,
  type RecordId,
  type RefusalStep,
  type Result,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { type App, useApp } from '../../../app/app.js';
import type { OpenWork } from '../../../app/open-work.js';
import type { Said } from '../../../app/session.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { FootBar } from '../../../components/foot-bar.js';
import { UnfinishedStatus } from '../../../components/unfinished-status.js';
import { useLeaving } from '../../../components/use-leaving.js';
import type { RecordFormState } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { disposeOf } from '../../act/dispose-of.js';
import { sayKeptBefore } from '../../act/kept-before.js';
import { NoticeOffer } from '../../act/notice-offer.js';
import { saveOnce } from '../../act/save-once.js';
import { useNamedPerson } from '../../act/typed-about.js';
import { ofKind } from '../../act/use-gathered.js';
import { LastStep } from './last-step.js';
import { type Along, useAlong } from './use-along.js';

/** The save names the person, and is refused if what is decided on is about somebody else by now. */
function ofPerson<T extends CaseCommit>(kept: T, about: RecordId | null | undefined): T {
  return about === undefined ? kept : { ...kept, commit: { ...kept.commit, about } };
}

interface Settled extends CaseCommit {
  readonly dispose: readonly RecordId[];
}

/** The fate of the records: destroyed once the reference is copied out, or kept. */
export type Ending = { readonly confirmed: string | undefined } | { readonly isKept: true };

/** Makes the act from the ending and what only the store knows. */
type Act<T> = (ending: Ending, along: Along) => Result<T>;

/** Checks a decision whose ending is asked for on the page itself. */
type Check = (along: Along) => Result<RefusalStep>;

interface Asked<T> extends Pick<RefusalStep, 'going' | 'stops'> {
  readonly act: Act<T>;
  readonly along: Along;
  readonly canKeep: boolean;
}

export interface SettleOptions<T extends Settled> {
  readonly form: RecordFormState<'decision'>;
  readonly work: OpenWork<unknown>;
  /** Key of the work. */
  readonly workKey: string;
  /** Record that the others depend on; undefined if nothing can go. */
  readonly root: CaseRoot | undefined;
  /** The person whom the decision is about, or null for nobody. */
  readonly about: RecordId | null;
  /** Name of what is decided on. */
  readonly what: string;
  /** Reads again which person it is about, where one can be named while it is decided on. */
  readonly now?: (() => Promise<RecordId | null>) | undefined;
  readonly records: readonly StoredRecord[];
  /** Records that this decision would destroy, without the further ones; empty if it keeps everything. */
  readonly going: readonly RecordId[];
  /** Label of the button that saves the form. */
  readonly submit: string;
  /** Label of the button that destroys all, or a part; and further text above it. */
  readonly confirm: (isPart: boolean) => string;
  readonly remains?: ComponentChildren;
  /** Success message and next screen; `left` is the reason that records to be destroyed are still there. */
  done(kept: T, left: Issue | undefined): { readonly said?: Said; readonly go: () => void };
}

export interface Settling<T extends Settled> {
  /**
   * Asks first if something is destroyed.
   *
   * @param check - for a decision that does not say what happens to the records: the page asks it
   */
  settle(act: Act<T>, check?: Check): Promise<void>;
  /** Further records that would be destroyed and holds that keep any, as far as is known. */
  readonly along: Along;
  /** Buttons at the end of the form. */
  readonly buttons: ComponentChildren;
  /** Replaces the form while the question is open. */
  readonly page: ComponentChildren | undefined;
}

export function useSettle<T extends Settled>(options: SettleOptions<T>): Settling<T> {
  const { form, work, root, records, done } = options;
  const { along, ask } = useAlong(options.going, root?.value.subjectId, records);
  const app: App = useApp();
  const { store } = app.services;
  const { what, now: whoNow } = options;
  const named = useNamedPerson(form, options.about, { store, what, now: whoNow });
  const isBusy = useSignal(false);
  const asked = useSignal<Asked<T> | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const keep = async (kept: T): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    try {
      const of = [form.values.value, kept.dispose];
      const value = ofPerson(kept, named?.about);
      const outcome = await saveOnce(app.services, work, of, () => ({ ok: true, value }));
      if (outcome.name === 'kept-before') sayKeptBefore(app, outcome.kept);
      if (outcome.name !== 'kept') return;
      const { made, seq, owed } = outcome;
      const left = await disposeOf(app, made.dispose, () => work.discard());
      await work.letGo();
      const { said, go } = done(made, left);
      const isGone = made.dispose.length > 0 && left === undefined;
      // Nobody is told of a correction of what is destroyed.
      const offer = owed && !isGone && <NoticeOffer key="notice" subject={owed} />;
      if (said)
        app.session.say(
          isGone
            ? said
            : {
                ...said,
                ...(left === undefined ? {} : { kind: 'important' as const }),
                seq,
                body: offer ? [said.body, offer] : said.body,
              },
        );
      go();
    } catch (error) {
      asked.value = undefined;
      if (!(await named?.catches(error))) form.showIssues([asIssue(error)]);
    } finally {
      isBusy.value = false;
    }
  };
  const confirmed = async ({ act, along }: Asked<T>, typed: string): Promise<void> => {
    const result = act({ confirmed: typed }, along);
    problem.value = result.issues.find(({ severity }) => severity === 'error')?.message;
    if (result.ok) await keep(result.value);
  };
  const keptInstead = async ({ act, along }: Asked<T>): Promise<void> => {
    const result = act({ isKept: true }, along);
    form.showIssues(result.ok ? [] : result.issues);
    if (result.ok) await keep(result.value);
  };
  const { cancel, question } = useLeaving(work, () => app.router.back());
  const now = asked.value;
  const person = ofKind(records, 'subject').find(({ id }) => id === root?.value.subjectId);
  return {
    async settle(act, check) {
      // The form shows all errors except a missing confirmation.
      const known = await ask().catch((error: unknown) => form.showIssues([asIssue(error)]));
      if (!known) return;
      problem.value = undefined;
      if (check) {
        const checked = check(known);
        form.showIssues(checked.ok ? [] : checked.issues);
        if (checked.ok) asked.value = { ...checked.value, act, along: known, canKeep: true };
        return;
      }
      const result = act({ confirmed: root && disposalReference(root, records) }, known);
      form.showIssues(result.ok ? [] : result.issues);
      if (!result.ok || isBusy.value) return;
      const { dispose } = result.value;
      if (dispose.length > 0)
        asked.value = { act, along: known, going: dispose, stops: [], canKeep: false };
      else await keep(result.value);
    },
    along,
    buttons: question || (
      <>
        <UnfinishedStatus work={work} />
        <FootBar>
          <ButtonGroup>
            <Button type="submit" busy={isBusy.value}>
              {options.submit}
            </Button>
            <Button kind="link" onPress={cancel}>
              {t('common.cancel')}
            </Button>
          </ButtonGroup>
        </FootBar>
      </>
    ),
    page: now && root && (
      <LastStep
        form={form}
        person={person}
        root={root}
        reference={disposalReference(root, records)}
        going={now.going}
        records={[...records, ...now.along.heldOnly]}
        work={options.workKey}
        stops={now.stops}
        confirm={options.confirm}
        remains={options.remains}
        busy={isBusy.value}
        problem={problem.value}
        onConfirm={(typed) => void confirmed(now, typed)}
        onKeep={now.canKeep ? () => void keptInstead(now) : undefined}
        onCancel={() => {
          form.showIssues([]);
          asked.value = undefined;
        }}
      />
    ),
  };
}

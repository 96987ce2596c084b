/**
 * Saves a decision. The records it destroys are first confirmed on a page of their own; the disposal cannot be undone.
 */
import {
  type CaseCommit,
  type CaseRoot,
  disposalReference,
  type HeldOnly,
  type Issue,
  type RecordId,
  type Result,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { type App, useApp } from '../../../app/app.js';
import type { OpenWork } from '../../../app/open-work.js';
import type { Said } from '../../../app/session.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { useLeaving } from '../../../components/use-leaving.js';
import type { RecordFormState } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { DestroyPage } from '../../act/destroy-page.js';
import { disposeOf } from '../../act/dispose-of.js';
import { sayKeptBefore } from '../../act/kept-before.js';
import { NoticeOffer } from '../../act/notice-offer.js';
import { saveOnce } from '../../act/save-once.js';
import { ofKind } from '../../act/use-gathered.js';
import { Going } from './handling-fields.js';
import { useHeldOnly } from './use-held-only.js';

interface Settled extends CaseCommit {
  readonly dispose: readonly RecordId[];
}

/** Makes the act from the reference that the officer copied out, and the further records to be destroyed. */
type Act<T> = (confirmed: string | undefined, heldOnly: readonly HeldOnly[]) => Result<T>;

interface Asked<T> {
  readonly act: Act<T>;
  readonly heldOnly: readonly HeldOnly[];
  readonly kept: T;
}

export interface SettleOptions<T extends Settled> {
  readonly form: Pick<RecordFormState, 'showIssues' | 'values'>;
  readonly work: Pick<
    OpenWork<unknown>,
    'discard' | 'held' | 'hold' | 'letGo' | 'isBegun' | 'gone' | 'keepAsNew'
  >;
  /** Record that the others depend on; undefined if nothing can go. */
  readonly root: CaseRoot | undefined;
  readonly records: readonly StoredRecord[];
  /** Records that this decision would destroy, without the further ones; empty if it keeps everything. */
  readonly going: readonly RecordId[];
  /** Label of the button that destroys, and further text above it. */
  readonly confirm: string;
  readonly remains?: ComponentChildren;
  /** Success message and next screen; `left` is the reason that records to be destroyed are still there. */
  done(kept: T, left: Issue | undefined): { readonly said?: Said; readonly go: () => void };
}

export interface Settling<T extends Settled> {
  /** Asks first if something is destroyed. */
  settle(act: Act<T>): Promise<void>;
  /** Further records that would be destroyed, as far as is known. */
  readonly along: readonly HeldOnly[];
  /** Buttons at the end of the form. */
  readonly buttons: ComponentChildren;
  /** Replaces the form while the question is open. */
  readonly page: ComponentChildren | undefined;
}

export function useSettle<T extends Settled>(options: SettleOptions<T>): Settling<T> {
  const { form, work, root, records, done } = options;
  const { along, ask } = useHeldOnly(options.going);
  const app: App = useApp();
  const isBusy = useSignal(false);
  const asked = useSignal<Asked<T> | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const keep = async (kept: T): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    try {
      const of = [form.values.value, kept.dispose];
      const outcome = await saveOnce(app.services, work, of, () => ({ ok: true, value: kept }));
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
          isGone ? said : { ...said, seq, body: offer ? [said.body, offer] : said.body },
        );
      go();
    } catch (error) {
      asked.value = undefined;
      form.showIssues([asIssue(error)]);
    } finally {
      isBusy.value = false;
    }
  };
  const confirmed = async ({ act, heldOnly }: Asked<T>, typed: string): Promise<void> => {
    const result = act(typed, heldOnly);
    problem.value = result.issues.find(({ severity }) => severity === 'error')?.message;
    if (result.ok) await keep(result.value);
  };
  const { cancel, question } = useLeaving(work, () => app.router.back());
  const now = asked.value;
  const person = ofKind(records, 'subject').find(({ id }) => id === root?.value.subjectId);
  return {
    async settle(act) {
      // The form shows all errors except a missing confirmation.
      const heldOnly = await ask().catch((error: unknown) => form.showIssues([asIssue(error)]));
      if (!heldOnly) return;
      const result = act(root && disposalReference(root), heldOnly);
      form.showIssues(result.ok ? [] : result.issues);
      if (!result.ok || isBusy.value) return;
      problem.value = undefined;
      if (result.value.dispose.length > 0) asked.value = { act, heldOnly, kept: result.value };
      else await keep(result.value);
    },
    along,
    buttons: question || (
      <ButtonGroup>
        <Button type="submit" busy={isBusy.value}>
          {t('decide.save')}
        </Button>
        <Button kind="link" onPress={cancel}>
          {t('common.cancel')}
        </Button>
      </ButtonGroup>
    ),
    page: now && root && (
      <DestroyPage
        person={person}
        reference={disposalReference(root)}
        going={
          <>
            <Going going={now.kept.dispose} records={[...records, ...now.heldOnly]} stops={[]} />
            {person && !now.kept.dispose.includes(person.id) && (
              <p class="govuk-body">{t('destroy.stays')}</p>
            )}
          </>
        }
        confirm={options.confirm}
        busy={isBusy.value}
        problem={problem.value}
        onConfirm={(typed) => void confirmed(now, typed)}
        onCancel={() => {
          asked.value = undefined;
        }}
      >
        {options.remains}
      </DestroyPage>
    ),
  };
}

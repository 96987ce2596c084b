/** Keeps a decision; what it destroys is asked about once more before, and cannot be taken back afterwards. */
import type { CaseCommit, Issue, RecordId, Result } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { type App, useApp } from '../../app/app.js';
import type { OpenWork } from '../../app/open-work.js';
import type { Said } from '../../app/session.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { ConfirmPanel } from '../../components/confirm-panel.js';
import type { RecordFormState } from '../../components/use-record-form.js';
import { t } from '../../locales/late.js';
import { asIssue } from '../as-issue.js';
import { keepAndDispose } from './keep-and-dispose.js';

interface Settled extends CaseCommit {
  readonly dispose: readonly RecordId[];
}

export interface Settling<T extends Settled> {
  readonly isBusy: boolean;
  /** Asks first where something is destroyed. */
  settle(result: Result<T>): Promise<void>;
  /** The buttons at the end of the form, or the question. */
  end(ask: {
    readonly confirm: string;
    readonly body: (kept: T) => ComponentChildren;
  }): ComponentChildren;
}

/** @param done - what is said of it; `left` is why what was to be destroyed is still there */
export function useSettle<T extends Settled>(
  form: Pick<RecordFormState, 'showIssues'>,
  work: Pick<OpenWork<unknown>, 'discard' | 'letGo'>,
  done: (kept: T, left: Issue | undefined) => { readonly said?: Said; readonly go: () => void },
): Settling<T> {
  const app: App = useApp();
  const isBusy = useSignal(false);
  const confirming = useSignal<T | undefined>(undefined);
  const keep = async (kept: T): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    try {
      const { seq, left } = await keepAndDispose(app, kept.commit, kept.dispose, () =>
        work.discard(),
      );
      await work.letGo();
      const { said, go } = done(kept, left);
      const isGone = kept.dispose.length > 0 && left === undefined;
      if (said) app.session.say(isGone ? said : { ...said, seq });
      go();
    } catch (error) {
      confirming.value = undefined;
      form.showIssues([asIssue(error)]);
    } finally {
      isBusy.value = false;
    }
  };
  return {
    isBusy: isBusy.value,
    async settle(result) {
      form.showIssues(result.ok ? [] : result.issues);
      if (!result.ok || isBusy.value) return;
      if (result.value.dispose.length > 0) confirming.value = result.value;
      else await keep(result.value);
    },
    end({ confirm, body }) {
      const asked = confirming.value;
      if (!asked)
        return (
          <ButtonGroup>
            <Button type="submit" busy={isBusy.value}>
              {t('decide.save')}
            </Button>
            <Button kind="link" onPress={() => app.router.back()}>
              {t('common.cancel')}
            </Button>
          </ButtonGroup>
        );
      return (
        <ConfirmPanel
          heading={t('refuse.ask')}
          confirm={confirm}
          grave
          busy={isBusy.value}
          onConfirm={() => void keep(asked)}
          onCancel={() => {
            confirming.value = undefined;
          }}
        >
          {body(asked)}
        </ConfirmPanel>
      );
    },
  };
}

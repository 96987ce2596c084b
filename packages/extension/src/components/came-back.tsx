import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../app/app.js';
import type { OpenWork, PutAway } from '../app/open-work.js';
import { isPendingSave, keptSave } from '../app/pending-save.js';
import { t } from '../locales/late.js';
import { Button, ButtonGroup } from './button.js';
import { KeptLink } from './kept-link.js';
import { useKept } from './use-kept.js';
import { writtenMoment } from './written-value.js';

type Work = Pick<OpenWork<unknown>, 'cameBack' | 'goOn' | 'startAfresh' | 'held'>;

interface CameBackProps {
  /** Absent for a form that stores no draft. */
  work: Work | undefined;
  /** The form itself. */
  children: ComponentChildren;
}

/**
 * Says that a form contains a draft from another visit, and when it was typed. A draft from another day is hidden until
 * the officer chooses to continue with it; a draft from today stays visible below.
 */
export function CameBack({ work, children }: CameBackProps) {
  const back = work?.cameBack.value;
  const form = useRef<HTMLDivElement>(null);
  const wasAsked = useRef(false);
  useLayoutEffect(() => {
    // The focused button is gone, so focus moves into the form.
    if (wasAsked.current && !back)
      form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    wasAsked.current = back !== undefined;
  }, [back]);
  return (
    <>
      {work && back && <CameBackQuestion work={work} put={back.put} />}
      {back?.isOtherDay ? null : <div ref={form}>{children}</div>}
    </>
  );
}

/** The question by itself, for a form that always stays visible. */
export function CameBackQuestion({ work, put }: { work: Work; put: PutAway | undefined }) {
  const { services, session } = useApp();
  const problem = useSignal<string | undefined>(undefined);
  const pending = work.held();
  const kept = useKept(pending);
  /** Looks first: what was saved though its answer was lost must not be typed again as if nothing had been saved. */
  const startAfresh = async (): Promise<void> => {
    const saved = isPendingSave(pending) ? await keptSave(services, pending) : undefined;
    await work.startAfresh();
    if (!saved) return;
    session.say({
      kind: 'important',
      heading: t('came-back.afresh.kept', { at: writtenMoment(saved.at) }),
      body: (
        <>
          <p class="govuk-body">{t('came-back.afresh.kept.body')}</p>
          <KeptLink to={saved.to} />
        </>
      ),
    });
  };
  const fail = (error: unknown): void => {
    problem.value = error instanceof Error ? error.message : String(error);
  };
  return (
    <section class="cp-confirm" role="status" aria-label={t('came-back.title')}>
      <h2 class="govuk-heading-s">{t('came-back.title')}</h2>
      <p class="govuk-body">
        {kept
          ? t('came-back.kept', { at: writtenMoment(kept.at) })
          : put
            ? t('came-back.when', { when: writtenMoment(put.at) })
            : t('came-back.earlier')}
      </p>
      <KeptLink to={kept?.to} />
      {problem.value && (
        <p class="cp-save-status cp-save-status--failed" role="alert">
          {t('came-back.not-discarded', { why: problem.value })}
        </p>
      )}
      <ButtonGroup>
        <Button kind="secondary" onPress={() => work.goOn()}>
          {t('came-back.go-on')}
        </Button>
        <Button kind="secondary" onPress={() => void startAfresh().catch(fail)}>
          {t('came-back.afresh')}
        </Button>
      </ButtonGroup>
    </section>
  );
}

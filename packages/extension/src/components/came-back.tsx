import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../app/app.js';
import type { CameBack as Back, OpenWork } from '../app/open-work.js';
import { isPendingSave, keptSave } from '../app/pending-save.js';
import { t } from '../locales/late.js';
import { Button, ButtonGroup } from './button.js';
import { excerptOf } from './excerpt.js';
import { KeptLink } from './kept-link.js';
import { useKept } from './use-kept.js';
import { writtenMoment } from './written-moment.js';

export type WorkAskedAbout = Pick<
  OpenWork<unknown>,
  'cameBack' | 'goOn' | 'startAfresh' | 'held' | 'value' | 'isAwaited' | 'isLoaded' | 'status'
>;

interface CameBackProps {
  /** Absent for a form that stores no draft. */
  work: WorkAskedAbout | undefined;
  /** The form itself. */
  children: ComponentChildren;
}

/**
 * Says that a form was begun on another visit, and when. Nothing of it comes back unasked: the form is hidden until the
 * officer continues with the draft or starts afresh.
 */
export function CameBack({ work, children }: CameBackProps) {
  const back = work?.cameBack.value;
  const isComing = work?.isAwaited && !work.isLoaded.value && work.status.value.name !== 'failed';
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
      {work && back && <CameBackQuestion work={work} back={back} />}
      {!back && !isComing && <div ref={form}>{children}</div>}
    </>
  );
}

/** The question by itself, for a form that always stays visible. */
export function CameBackQuestion({ work, back }: { work: WorkAskedAbout; back: Back }) {
  const { services, session } = useApp();
  const problem = useSignal<string | undefined>(undefined);
  const titleId = useId();
  const pending = work.held();
  const kept = useKept(pending);
  const { put, begunAt = put?.at } = back;
  const excerpt = excerptOf(work.value.value);
  /** Looks first: what was saved though its answer was lost must not be typed again as if nothing had been saved. */
  const startAfresh = async (): Promise<void> => {
    let saved: Awaited<ReturnType<typeof keptSave>>;
    await work.startAfresh(async () => {
      saved = isPendingSave(pending) ? await keptSave(services, pending) : undefined;
      return saved !== undefined;
    });
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
  const begun = begunAt && writtenMoment(begunAt);
  const typed = put && writtenMoment(put.at);
  return (
    <section class="cp-confirm" role="status" aria-labelledby={titleId}>
      <h2 class="govuk-heading-s" id={titleId}>
        {begun ? t('came-back.begun', { when: begun }) : t('came-back.begun.earlier')}
      </h2>
      <p class="govuk-body">
        {kept
          ? t('came-back.kept', { at: writtenMoment(kept.at) })
          : typed && typed !== begun
            ? t('came-back.changed', { when: typed })
            : t('came-back.not-saved')}
      </p>
      <KeptLink to={kept?.to} />
      {excerpt && (
        <blockquote class="govuk-inset-text" dir="auto">
          {excerpt}
        </blockquote>
      )}
      {problem.value && (
        <p class="cp-save-status cp-save-status--failed" role="alert">
          {t('came-back.not-set-aside', { why: problem.value })}
        </p>
      )}
      <ButtonGroup>
        <Button onPress={() => work.goOn()}>{t('came-back.go-on')}</Button>
        <Button kind="secondary" onPress={() => void startAfresh().catch(fail)}>
          {t('came-back.afresh')}
        </Button>
      </ButtonGroup>
      {!kept && <p class="govuk-hint">{t('came-back.afresh.hint')}</p>}
    </section>
  );
}

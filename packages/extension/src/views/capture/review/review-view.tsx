import { isError, isOfAnother, peopleListed, type DraftRow as Row } from '@cyber-prevent/core';
import { useComputed, useSignal } from '@preact/signals';
import { useCallback, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { lateView } from '../../../app/late-view.js';
import type { RouteOf } from '../../../app/route.js';
import { useKeys } from '../../../app/use-keys.js';
import { AfterPaint } from '../../../components/after-paint.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ConfirmPanel } from '../../../components/confirm-panel.js';
import { Details } from '../../../components/details.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { PageHeading } from '../../../components/page-heading.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/translate.js';
import { CaptureKey } from '../../case/capture-key.js';
import type { EnquiryLinkProps } from '../../case/enquiry-link.js';
import type { AnotherPageProps } from './another-page.js';
import { peopleControl } from './answer-control.js';
import type { PastePanelProps } from './paste-panel.js';
import type { PeoplePanelProps } from './person/people-panel.js';
import { DraftList } from './row/draft-list.js';
import { focusedRow } from './row/draft-row.js';
import { OriginLine } from './row/origin-line.js';
import { countDecisions, groupRows } from './row/row-group.js';
import { SaveBar } from './save-bar.js';
import type { SavedPanelProps } from './saved-panel.js';
import type { TeachLinkProps } from './teach-link.js';
import type { ToldPanelProps } from './told-panel.js';
import { issuesBesideFrames, unreadOf } from './unread.js';
import type { UnreadFramesProps } from './unread-frames.js';
import { useDraft } from './use-draft.js';

const AnotherPage = lateView<AnotherPageProps>(
  async () => (await import('./another-page.js')).AnotherPage,
);
const PastePanel = lateView<PastePanelProps>(
  async () => (await import('./paste-panel.js')).PastePanel,
);
const PeoplePanel = lateView<PeoplePanelProps>(
  async () => (await import('./person/people-panel.js')).PeoplePanel,
);
const EnquiryLink = lateView<EnquiryLinkProps>(
  async () => (await import('../../case/enquiry-link.js')).EnquiryLink,
);
const SavedPanel = lateView<SavedPanelProps>(
  async () => (await import('./saved-panel.js')).SavedPanel,
);
const UnreadFrames = lateView<UnreadFramesProps>(
  async () => (await import('./unread-frames.js')).UnreadFrames,
);
const TeachLink = lateView<TeachLinkProps>(async () => (await import('./teach-link.js')).TeachLink);
const ToldPanel = lateView<ToldPanelProps>(async () => (await import('./told-panel.js')).ToldPanel);

/** The open draft: rows read from a page, each with the officer's decision, and the save. */
export function ReviewView({ route }: { route?: RouteOf<'review'> }) {
  const { services, router, session } = useApp();
  const state = useDraft();
  const list = useRef<HTMLDivElement>(null);
  const last = session.lastSave;
  const entering = useSignal(route?.entering);
  const isDiscarding = useSignal(false);
  const draft = state.draft.value;
  const rows = useComputed(() => {
    const open = state.draft.value;
    return open?.rows.filter((row) => !isOfAnother(open, row)) ?? [];
  });
  const groups = useComputed(() => groupRows(rows.value));
  const counts = countDecisions(rows.value.filter(({ path }) => path !== undefined));

  const onPoint = useCallback(
    (row: Row | undefined) => services.capture.highlight(row),
    [services],
  );
  const onRow = (act: (row: Row) => void) => () => {
    const row = focusedRow(state.draft.value, list.current);
    if (row) act(row);
  };
  const step = (by: 1 | -1) => () => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
  };
  useKeys(t('review.keys'), list, [
    {
      key: 't',
      label: t('review.key.take'),
      run: onRow((row) => state.decide(row.id, { kind: 'take' })),
    },
    { key: 'c', label: t('review.key.correct'), run: onRow(pressCorrect) },
    {
      key: 'l',
      label: t('review.key.leave'),
      run: onRow((row) => state.decide(row.id, { kind: 'leave' })),
    },
    {
      key: 'm',
      label: t('review.key.mask'),
      run: onRow((row) => state.decide(row.id, { kind: 'mask' })),
    },
    { key: 'ArrowDown', label: t('review.key.down'), run: step(1) },
    { key: 'ArrowUp', label: t('review.key.up'), run: step(-1) },
  ]);

  const entered = (): void => {
    entering.value = undefined;
    if (route?.entering) router.settle({ name: 'review' });
  };
  if (entering.value) {
    const Panel = entering.value === 'paste' ? PastePanel : ToldPanel;
    return (
      <Panel
        onRead={(result) => {
          // Text entered next to an open draft is meant for that draft.
          const isOpen = state.draft.value !== null;
          state.take(result);
          if (result.ok && isOpen) state.add();
          if (result.ok) entered();
        }}
        onCancel={entered}
      />
    );
  }
  const ways = (
    <ButtonGroup>
      <Button
        kind="secondary"
        onPress={() => {
          entering.value = 'paste';
        }}
      >
        {t('review.empty.paste')}
      </Button>
      <Button
        kind="secondary"
        onPress={() => {
          entering.value = 'told';
        }}
      >
        {t('review.empty.told')}
      </Button>
      {!draft && (
        <Button kind="link" onPress={() => router.go({ name: 'saved-page' })}>
          {t('review.empty.saved')}
        </Button>
      )}
    </ButtonGroup>
  );
  const troubles = [...state.trouble.value, ...issuesBesideFrames(draft)];
  return (
    <>
      <PageHeading>{t(draft ? 'review.title' : 'review.title.empty')}</PageHeading>
      <p role="status" class="govuk-body-s cp-reading">
        {state.isReading.value ? t('review.reading') : ''}
      </p>
      {troubles.some(isError) && <ErrorSummary errors={troubles.filter(isError)} />}
      {state.waiting.value && (
        <AnotherPage
          open={draft}
          read={state.waiting.value}
          onAdd={state.add}
          onReplace={state.replace}
          onKeep={state.keep}
        />
      )}
      <div class="cp-warnings">
        {troubles
          .filter(({ severity }) => severity === 'warning')
          .map(({ code, message }) => (
            <WarningText key={code + message}>{message}</WarningText>
          ))}
      </div>
      {last.value && !draft && (
        <SavedPanel
          last={last.value}
          onUndone={() => {
            last.value = undefined;
          }}
          onMoved={(subject) => {
            last.value = last.value && { ...last.value, subject };
          }}
        />
      )}
      {!draft && (
        <>
          <p class="govuk-body">{t('review.empty')}</p>
          <CaptureKey />
          {ways}
          <TeachLink />
        </>
      )}
      {draft && (
        <>
          <OriginLine origins={draft.origins} />
          {unreadOf(draft.origins).length > 0 && <UnreadFrames draft={draft} onRead={state.take} />}
          {peopleListed(draft).map((list, nth) => (
            <PeoplePanel
              key={list.list}
              id={peopleControl(nth)}
              list={list}
              onChosen={(row) => state.choosePerson(list.list, row)}
            />
          ))}
          <p class="govuk-body-s cp-counts">{t('review.counts', { ...counts })}</p>
          <p class="govuk-hint cp-keys-hint">{t('review.key.hint')}</p>
          <div ref={list} class="cp-draft">
            <DraftList key={draft.id} groups={groups.value} state={state} onPoint={onPoint} />
          </div>
          <AfterPaint key={draft.id}>
            <Details summary={t('review.more')}>
              {ways}
              <EnquiryLink draft={draft} />
            </Details>
            <TeachLink origins={draft.origins} />
            <SaveBar
              draft={draft}
              state={state}
              onSaved={(save) => {
                last.value = save;
              }}
            />
            {isDiscarding.value ? (
              <ConfirmPanel
                heading={t('review.discard.ask')}
                confirm={t('review.discard')}
                grave
                onConfirm={() => {
                  isDiscarding.value = false;
                  void state.discard();
                }}
                onCancel={() => {
                  isDiscarding.value = false;
                }}
              >
                <p class="govuk-body-s">{t('review.discard.body')}</p>
              </ConfirmPanel>
            ) : (
              <Button
                kind="link"
                onPress={() => {
                  isDiscarding.value = true;
                }}
              >
                {t('review.discard')}
              </Button>
            )}
          </AfterPaint>
        </>
      )}
    </>
  );
}

/** Presses the row's own button, so that key and pointer do the same. */
function pressCorrect(row: Row): void {
  document
    .querySelector<HTMLElement>(`[data-row="${CSS.escape(row.id)}"] .cp-decision--take-corrected`)
    ?.click();
}

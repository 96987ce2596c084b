import { isError, isOfAnother, peopleListed, type DraftRow as Row } from '@cyber-prevent/core';
import { useComputed, useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { useKeys } from '../../../app/keys/use-keys.js';
import type { RouteOf } from '../../../app/route.js';
import { AfterPaint } from '../../../components/after-paint.js';
import { Button } from '../../../components/button.js';
import { ConfirmPanel } from '../../../components/confirm-panel.js';
import { Details } from '../../../components/details.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { PageHeading } from '../../../components/page-heading.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/translate.js';
import { CaptureKey } from '../../case/capture-key.js';
import { peopleControl } from './answer-control.js';
import type { Asked } from './asked-at-save.js';
import { NAME_BOX } from './issue-control.js';
import { loadReviewParts } from './load-parts.js';
import { OtherWays } from './other-ways.js';
import {
  AddValue,
  AnotherPage,
  BackToFile,
  EnquiryLink,
  HandlingLine,
  MatchLine,
  NamePanel,
  NothingRecognised,
  PastePanel,
  PeoplePanel,
  SavedPanel,
  ToldPanel,
  UnderDraft,
  UnreadFrames,
  WorkspaceOffer,
} from './review-parts.js';
import { DraftFilter } from './row/draft-filter.js';
import { DraftList } from './row/draft-list.js';
import { focusedRow } from './row/draft-row.js';
import { nameRow } from './row/name-row.js';
import { OriginLine } from './row/origin-line.js';
import { presses } from './row/press-row.js';
import { type RowFilter, rowsIn } from './row/row-filter.js';
import { groupRows, type RowGroup } from './row/row-group.js';
import { SaveBar } from './save-bar.js';
import { issuesBesideFrames, unreadOf } from './unread.js';
import { useDraft } from './use-draft.js';

/** The open draft: rows read from a page, each with the officer's decision, and the save. */
export function ReviewView({ route }: { route?: RouteOf<'review'> }) {
  const { services, router, session } = useApp();
  const state = useDraft();
  const list = useRef<HTMLDivElement>(null);
  const last = session.lastSave;
  const entering = useSignal(route?.entering);
  const formOf = useSignal(route?.entering && route.formOf);
  const isDiscarding = useSignal(false);
  const typed = useSignal('');
  const problems = useSignal<readonly Asked[]>([]);
  const compare = useSignal<(() => void) | undefined>(undefined);
  const draft = state.draft.value;
  const rows = useComputed(() => {
    const open = state.draft.value;
    return open?.rows.filter((row) => !isOfAnother(open, row)) ?? [];
  });
  // The rows as they were when the filter was pressed: a value that is decided does not go from under the hand.
  const filter = useSignal<{ readonly name: RowFilter; readonly ids: ReadonlySet<string> }>(ALL);
  const groups = useComputed(() => {
    const { name, ids } = filter.value;
    return groupRows(name === 'all' ? rows.value : rows.value.filter(({ id }) => ids.has(id)));
  });
  const onFilter = (name: RowFilter): void => {
    filter.value = { name, ids: new Set(rowsIn(name, rows.value).map(({ id }) => id)) };
  };
  const parts = useSignal<Awaited<ReturnType<typeof loadReviewParts>> | undefined>(undefined);
  const takenInto = useSignal('');
  const opened = draft && `${draft.id} ${draft.origins.length}`;
  useEffect(() => {
    filter.value = ALL;
    problems.value = [];
    typed.value = '';
    takenInto.value = '';
    // What needs the readers is offered once they are there.
    if (opened)
      void loadReviewParts().then(
        (loaded) => {
          parts.value = loaded;
        },
        () => undefined,
      );
  }, [opened]);
  const takeable = ({ rows }: RowGroup): number =>
    (draft &&
      parts.value?.mayTakeTogether(
        draft,
        rows.map(({ id }) => id),
      ).length) ??
    0;
  const takeAll = (group: RowGroup): void => {
    const count = takeable(group);
    if (!draft || !parts.value || count === 0) return;
    state.draft.value = parts.value.takeTogether(
      draft,
      group.rows.map(({ id }) => id),
      services.host.clock.now(),
    );
    takenInto.value = t('review.group.taken', { count, group: t(`review.group.${group.name}`) });
    // The button goes with what it did.
    const { activeElement } = document;
    if (activeElement?.closest('.cp-draft-group__all'))
      activeElement.closest('section')?.querySelector<HTMLElement>('[data-row]')?.focus();
  };

  const onPoint = useCallback(
    (row: Row | undefined) => services.capture.highlight(row),
    [services],
  );
  const onRow = (act: (row: Row) => void) => () => {
    // Until the officer has said whose page it is, no key decides on the open draft.
    if (state.waiting.value) return;
    const row = focusedRow(state.draft.value, list.current);
    if (row) act(row);
  };
  const step = (by: 1 | -1) => () => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
  };
  useKeys(list, {
    take: onRow((row) => state.decide(row.id, { kind: 'take' })),
    correct: onRow(presses('take-corrected')),
    leave: onRow((row) => state.decide(row.id, { kind: 'leave' })),
    mask: onRow((row) => state.decide(row.id, { kind: 'mask' })),
    why: onRow(presses('why')),
    'take-group': onRow((row) => {
      const own = groups.value.find(({ rows }) => rows.some(({ id }) => id === row.id));
      if (own) takeAll(own);
    }),
    next: step(1),
    previous: step(-1),
  });

  const entered = (): void => {
    entering.value = undefined;
    formOf.value = undefined;
  };
  // The question about another page would go with the screen, so it is answered first.
  const isEntered = route?.entering && !entering.value && !state.waiting.value;
  useEffect(() => {
    // The screen is made again for its new route: the draft has to be put away by then.
    const settle = (): void => {
      if (router.route.value === route) router.settle({ name: 'review' });
    };
    if (isEntered) void state.work.flush().then(settle, settle);
  }, [isEntered]);
  if (entering.value) {
    const Panel = entering.value === 'paste' ? PastePanel : ToldPanel;
    return (
      <Panel
        formOf={formOf.value}
        onRead={(result) => {
          const { value: enquiry } = formOf;
          state.take(
            result.ok && enquiry ? { ...result, value: { ...result.value, enquiry } } : result,
          );
          if (result.ok) entered();
        }}
        onCancel={entered}
      />
    );
  }
  const ways = (
    <OtherWays
      onPaste={() => {
        entering.value = 'paste';
      }}
      onTold={() => {
        entering.value = 'told';
      }}
      onSavedPage={draft ? undefined : () => router.go({ name: 'saved-page' })}
    />
  );
  const isUnrecognised =
    draft?.rows.every(({ path }) => path === undefined) === true &&
    draft.origins.some(({ hostClass }) => hostClass !== 'never');
  const troubles = [...state.trouble.value, ...issuesBesideFrames(draft)].filter(
    ({ code }) => !isUnrecognised || code !== 'nothing-found',
  );
  return (
    <>
      <PageHeading>{t(draft ? 'review.title' : 'review.title.empty')}</PageHeading>
      <p role="status" class="govuk-body-s cp-reading">
        {state.isReading.value ? t('review.reading') : takenInto.value}
      </p>
      {troubles.some(isError) && <ErrorSummary errors={troubles.filter(isError)} />}
      <ErrorSummary errors={problems.value} />
      {state.waiting.value && (
        <AnotherPage
          open={draft}
          read={state.waiting.value}
          onAdd={state.add}
          onBegin={() => void state.begin()}
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
          onMoved={(now) => {
            last.value = now;
          }}
        />
      )}
      {!draft && (
        <>
          <p class="govuk-body">{t('review.empty')}</p>
          <BackToFile />
          <CaptureKey />
          {ways}
          <WorkspaceOffer />
          <UnderDraft />
        </>
      )}
      {draft && (
        <>
          <OriginLine origins={draft.origins} />
          {!isUnrecognised && <HandlingLine draft={draft} state={state} />}
          {compare.value && <MatchLine onCompare={compare.value} />}
          {unreadOf(draft.origins).length > 0 && <UnreadFrames draft={draft} onRead={state.take} />}
          {peopleListed(draft).map((list, nth) => (
            <PeoplePanel
              key={list.list}
              id={peopleControl(nth)}
              list={list}
              onChosen={(row) => state.choosePerson(list.list, row)}
            />
          ))}
          {!isUnrecognised && !nameRow(rows.value) && (
            <NamePanel draft={draft} id={NAME_BOX} name={typed} onNamed={state.join} />
          )}
          {isUnrecognised ? (
            <NothingRecognised
              origins={draft.origins}
              onPaste={() => {
                entering.value = 'paste';
              }}
              onTold={() => {
                entering.value = 'told';
              }}
            />
          ) : (
            <DraftFilter rows={rows.value} filter={filter.value.name} onFilter={onFilter} />
          )}
          {groups.value.length === 0 && filter.value.name !== 'all' && (
            <p class="govuk-body">{t('review.filter.none')}</p>
          )}
          <div ref={list} class="cp-draft">
            <DraftList
              key={`${draft.id} ${filter.value.name}`}
              groups={groups.value}
              state={state}
              onPoint={onPoint}
              takeable={takeable}
              onTakeAll={takeAll}
            />
          </div>
          <AfterPaint key={draft.id}>
            {!isUnrecognised && <AddValue draft={draft} onAdded={state.join} />}
            <Details summary={t('review.more')}>
              {!isUnrecognised && ways}
              <EnquiryLink draft={draft} />
            </Details>
            {!isUnrecognised && <UnderDraft state={state} />}

            <SaveBar
              draft={draft}
              rows={rows.value}
              state={state}
              typed={typed}
              problems={problems}
              compare={compare}
              onIssues={() => onFilter('issue')}
              onSaved={(save) => {
                last.value = save;
              }}
            >
              {isDiscarding.value ? (
                <ConfirmPanel
                  heading={t('review.discard.ask', {
                    what: nameRow(rows.value)?.value ?? draft.origins[0]?.title ?? '',
                  })}
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
            </SaveBar>
          </AfterPaint>
        </>
      )}
    </>
  );
}

const ALL = { name: 'all', ids: new Set<string>() } as const;

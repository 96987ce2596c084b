import { closedBy } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { CommandId } from '../../../app/keys/key-table.js';
import { useKeyHints, useKeys } from '../../../app/keys/use-keys.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { personActs } from '../acts.js';
import { DAILY_ACTS } from './act-group.js';
import { ActMenu } from './act-menu.js';
import type { OfferedAct } from './offered-act.js';

export interface ActBarProps {
  page: SubjectPage;
  /** The page that the keys act on. */
  within: RefObject<HTMLElement | null>;
}

/**
 * The four most used acts, each with its key, and a menu with all. A panel has room for two. The first is the main one,
 * except on a closed case, where nothing is next.
 */
export function ActBar({ page, within }: ActBarProps) {
  const app = useApp();
  const { router } = app;
  const isOpen = useSignal(false);
  const opener = useRef<HTMLDivElement>(null);
  const hintOf = useKeyHints();
  const subject = page.subject.id;
  const isClosed = closedBy(page.all('decision')) !== undefined;
  const offered = personActs(app);
  const daily = DAILY_ACTS.flatMap(({ id, label }): readonly DailyAct[] => {
    const act = offered.find((each) => each.id === id);
    return act ? [{ id, act, words: t(label) }] : [];
  });
  const commands = daily.map(({ id, act }) => [id, () => router.go(act.to(subject))]);
  useKeys(within, Object.fromEntries(commands));
  const close = (): void => {
    isOpen.value = false;
    opener.current?.querySelector('button')?.focus();
  };
  return (
    <section
      class="cp-acts cp-no-print"
      aria-label={t('acts.label')}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        // Left for another control of the page, which the menu would cover.
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget))
          isOpen.value = false;
      }}
    >
      <div class="cp-acts__row">
        {daily.map(({ id, act, words }, nth) => (
          <div key={id} class={`cp-acts__act cp-acts__act--${id}`}>
            <Button
              kind={nth === 0 && !isClosed ? 'primary' : 'secondary'}
              keyHint={hintOf(id)}
              onPress={() => router.go(act.to(subject))}
            >
              {words}
            </Button>
          </div>
        ))}
        <div ref={opener} class="cp-acts__act">
          <Button
            kind="secondary"
            expanded={isOpen.value}
            onPress={() => {
              isOpen.value = !isOpen.value;
            }}
          >
            {t('acts.more')}
          </Button>
        </div>
      </div>
      {isOpen.value && <ActMenu page={page} onGo={(to) => router.go(to)} onClose={close} />}
    </section>
  );
}

interface DailyAct {
  readonly id: CommandId;
  readonly act: OfferedAct;
  readonly words: string;
}

/**
 * Goes anywhere and does anything by a few letters: an ARIA combobox over a list of choices, in a dialog that keeps the
 * focus.
 */
import { foldText, wordsOf } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Form } from '../../../components/form.js';
import { twinsOf } from '../../../components/list/twins.js';
import { TypedWords } from '../../../components/matched-text.js';
import { PRIVATE_CONTROL } from '../../../components/private-control.js';
import { t } from '../../../locales/late.js';
import { type FoundBy, useFound } from '../../desk/find/use-found.js';
import { useRows } from '../../desk/list/use-rows.js';
import { subjectFinder } from '../../desk/subject-finder.js';
import { useSearchLog } from '../../desk/use-search-log.js';
import { useUnlogged } from '../../desk/use-unlogged.js';
import type { StruckKey } from '../early-keys.js';
import { actsAsked, namedActs } from './act-entries.js';
import { composeChoices, type PaletteRow } from './compose.js';
import { type Entry, GROUPS, personEntries } from './entries.js';
import { fixedEntries, settingsEntries } from './fixed-entries.js';
import { headerButtonAt, useBelowHeader } from './header-above.js';
import { PaletteList } from './palette-list.js';
import { recordsAlone } from './record-entries.js';
import { useUnfinishedEntries } from './unfinished-entries.js';
import { useEarlyKeys } from './use-early-keys.js';
import { useWhyNot } from './use-why-not.js';

export interface PaletteProps {
  /** The keys struck while it was loading; called once the box has the focus. */
  struck?: () => readonly StruckKey[];
  onClose: () => void;
}

interface Waiting {
  readonly isApart: boolean;
  readonly seen: string | undefined;
}

/** The pick of an arrow struck before the list was on screen: no entry has that id, so nothing is chosen by it. */
const UNSEEN = '';
/** The moment of a key that was struck before there was any list. */
const BEFORE_ALL = Number.NEGATIVE_INFINITY;
const NOBODY: readonly PaletteRow[] = [];
const NOT_SHOWN: FoundBy = new Map();

export function Palette({ struck = () => [], onClose }: PaletteProps) {
  const app = useApp();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const wanted = useSignal('');
  /** Id of the officer's own choice by an arrow. A place in the list would soon be somebody else's. */
  const picked = useSignal<string | undefined>(undefined);
  const isSeveral = useSignal(false);
  /** Enter came before everybody was found whom the words fit; `seen`: the choice that was shown then. */
  const waiting = useSignal<Waiting | undefined>(undefined);
  const refused = useSignal<string | undefined>(undefined);
  const settle = (): void => {
    isSeveral.value = false;
    waiting.value = undefined;
    refused.value = undefined;
  };
  const type = (text: string): void => {
    wanted.value = text;
    picked.value = undefined;
    settle();
  };
  const news = useRows('subjects');
  const find = useMemo(() => subjectFinder<PaletteRow>(), []);
  const rows = useMemo((): readonly PaletteRow[] => {
    const all = news && 'rows' in news ? news.rows : [];
    const twins = twinsOf(all);
    return twins.size === 0 ? all : all.map((row) => ({ ...row, twin: twins.get(row.id) }));
  }, [news]);
  const route = app.router.route.value;
  const onScreen = 'subject' in route ? rows.find((row) => row.id === route.subject) : undefined;
  const fixed = useMemo(
    () => [...(onScreen ? personEntries(app, onScreen) : []), ...fixedEntries(app)],
    [app, onScreen],
  );
  const referrals = useRows('referrals');
  const named = useMemo(
    () => namedActs(app, referrals && 'rows' in referrals ? referrals.rows : []),
    [app, referrals],
  );
  const unlogged = useUnlogged(wanted.value);
  const isShut = unlogged.why !== undefined;
  const seen = isShut ? NOBODY : rows;
  const asked = useMemo(
    () => (isShut ? [] : actsAsked(named, wanted.value)),
    [named, wanted.value, isShut],
  );
  const sought = useFound([wanted.value, ...asked.map(({ ofPerson }) => ofPerson)], rows, unlogged);
  const answers = isShut ? NOT_SHOWN : sought.answers;
  const why = unlogged.why ?? sought.why;
  const recent = useMemo(
    () => app.router.visited().flatMap((each) => ('subject' in each ? (each.subject ?? []) : [])),
    [app],
  );
  const settings = useMemo(() => settingsEntries(app), [app]);
  const begun = useUnfinishedEntries(rows);
  // A form that was begun names its person: it is found by the name as a record is.
  const unfinished = isShut ? [] : begun;
  const records = recordsAlone(app, answers.get(wanted.value));
  const composed = composeChoices(
    app,
    { rows: seen, fixed, settings, unfinished, onScreen: onScreen?.id, recent },
    { wanted: wanted.value, asked, answers, byName: (words) => find(seen, words), records },
  );
  const { shown, people } = composed;
  const entries = useWhyNot(composed.entries);
  const isShown = new Set(shown.map((each) => each.id));
  const acted = entries
    .filter(isForPerson)
    .flatMap(({ person }) => (person && !isShown.has(person.id) ? person : []));
  const log = useSearchLog(wanted.value, [...shown, ...records, ...acted], unlogged);
  const shownSince = useShownSince(entries);
  const last = entries.length - 1;
  const first = entries[0]?.isDoubtful ? undefined : entries[0];
  const isPicked = picked.value !== undefined;
  const chosen = isPicked ? entries.find((entry) => entry.id === picked.value) : first;
  const optionId = (entry: Entry) => `${id}-${entry.id}`;

  const doubtful = entries.filter((entry) => entry.isDoubtful);
  const names = new Set(doubtful.map(({ person }) => foldText(person?.name ?? '')));
  const isOneName = doubtful.length > 1 && names.size === 1;

  useEffect(() => {
    if (chosen) document.getElementById(optionId(chosen))?.scrollIntoView({ block: 'nearest' });
  });
  const run = (entry: Entry | undefined, act = entry?.run): void => {
    if (!entry) return;
    if (entry.whyNot !== undefined) {
      refused.value = t('palette.why-not', { act: entry.label, why: entry.whyNot });
      return;
    }
    log.opened();
    // Closed first: the focus then goes to the next screen, not back to where it was.
    onClose();
    act?.();
  };
  // Somebody else whom the words fit may not be found yet.
  const isLooking =
    why === undefined &&
    [wanted.value, ...asked.map(({ ofPerson }) => ofPerson)].some(
      (words) => wordsOf(words).length > 0 && !answers.has(words),
    );
  const isRead = news !== undefined && referrals !== undefined;
  const runChosen = (isApart = false): void => {
    const isSure = isPicked || (asked.length === 0 && chosen && isBeforePeople(chosen));
    if ((isLooking || !isRead) && !isSure) {
      waiting.value = { isApart, seen: chosen?.id };
      return;
    }
    if (isPicked && !chosen) refused.value = t('palette.changed');
    else isSeveral.value = chosen === undefined && entries.length > 0;
    run(chosen, isApart ? chosen?.runApart : chosen?.run);
  };
  useEffect(() => {
    if (isLooking || !isRead || waiting.value === undefined) return;
    const { isApart, seen } = waiting.value;
    waiting.value = undefined;
    if (chosen && seen !== undefined && seen !== chosen.id) refused.value = t('palette.changed');
    else runChosen(isApart);
  });
  /** @returns true if the key is one that acts */
  const strike = ({ key, ctrlKey, metaKey }: StruckKey, struckAt: number): boolean => {
    if (key === 'Enter' && (ctrlKey || metaKey) && (chosen?.runApart || !chosen)) {
      runChosen(true);
      return true;
    }
    const here = chosen ? entries.indexOf(chosen) : -1;
    const next = {
      ArrowDown: here >= last ? 0 : here + 1,
      ArrowUp: here <= 0 ? last : here - 1,
      PageDown: Math.min(last, here + 8),
      PageUp: Math.max(0, here - 8),
    }[key];
    if (next === undefined) return false;
    settle();
    picked.value = struckAt < shownSince.current ? UNSEEN : entries[Math.max(0, next)]?.id;
    return true;
  };
  useBelowHeader(dialog);
  const early = useEarlyKeys({
    isReady: isRead && !isLooking,
    type: (change) => type(change(wanted.value)),
    strike: (key) => {
      // Without a word it would open somebody whom nobody saw: the last of those who were open.
      const isBlind = key.key === 'Enter' && wanted.value.trim() === '';
      if (key.key === 'Escape') onClose();
      else if (!isBlind && !strike(key, BEFORE_ALL) && key.key === 'Enter') runChosen();
    },
  });

  // In the top layer, over every screen: nothing behind it can be reached until it is closed.
  useLayoutEffect(() => {
    dialog.current?.showModal();
    // A dialog gives the focus to its first element.
    box.current?.focus();
    early.take(struck());
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: only for a mouse; each of those buttons has a key or an entry here
    <dialog
      ref={dialog}
      class="cp-palette"
      aria-label={t('palette.title')}
      onClose={onClose}
      onClick={(event) => {
        if (event.target !== event.currentTarget) return;
        const button = headerButtonAt(event);
        if (!button) return;
        onClose();
        button.click();
      }}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <Form label={t('palette.title')} onSubmit={() => runChosen()}>
        <div class="cp-palette__head">
          <label class="govuk-label" for={`${id}-find`}>
            {t('palette.find')}
          </label>
          <button type="button" class="cp-link-button govuk-link" onClick={onClose}>
            {t('palette.close')}
          </button>
        </div>
        <p class="govuk-hint govuk-!-font-size-16" id={`${id}-hint`}>
          {t('palette.hint')}
          {app.openInNewWindow && <span class="cp-wide">. {t('palette.hint.apart')}</span>}
        </p>
        <input
          ref={box}
          id={`${id}-find`}
          class="govuk-input"
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen && optionId(chosen)}
          aria-describedby={`${id}-hint`}
          {...PRIVATE_CONTROL}
          value={wanted}
          onKeyDown={(event) => {
            // The officer looks at the list by now: an Enter from before would run what this key chooses.
            early.drop();
            if (!event.isComposing && strike(event, event.timeStamp)) event.preventDefault();
          }}
          onInput={(event) => {
            early.drop();
            type(event.currentTarget.value);
          }}
        />
        <TypedWords.Provider value={wanted.value}>
          <PaletteList
            id={`${id}-list`}
            entries={entries}
            chosen={chosen}
            optionId={optionId}
            onRun={run}
          />
        </TypedWords.Provider>
        <p role="status" class="govuk-body-s cp-palette__count">
          {refused.value ??
            (waiting.value !== undefined || early.isWaiting
              ? t('palette.looking')
              : isSeveral.value
                ? t(isOneName ? 'find.several' : 'palette.several')
                : why !== undefined
                  ? t(isShut ? 'find.not-logged' : 'palette.not-looked', { why })
                  : entries.length === 0
                    ? t(isLooking ? 'palette.looking' : 'palette.nothing')
                    : people.count > shown.length || people.isLeast
                      ? t(people.isLeast ? 'palette.more.least' : 'palette.more', {
                          shown: shown.length,
                          count: people.count,
                        })
                      : t('palette.found', { count: entries.length }))}
        </p>
      </Form>
    </dialog>
  );
}

/** The moment since when these entries are on screen, in this order. */
function useShownSince(entries: readonly Entry[]) {
  const since = useRef(BEFORE_ALL);
  const ids = entries.map(({ id }) => id).join(' ');
  useLayoutEffect(() => {
    since.current = performance.now();
  }, [ids]);
  return since;
}

/** True for an act on a person whom the words have found. */
function isForPerson({ group, act }: Entry): boolean {
  return group === 'acts' && act !== undefined;
}

/** True for a choice that nobody who is found later comes before, or puts in doubt. */
function isBeforePeople({ group }: Entry): boolean {
  return group !== 'unfinished' && GROUPS.indexOf(group) < GROUPS.indexOf('subjects');
}

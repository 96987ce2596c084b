/**
 * Goes anywhere and does anything by a few letters: an ARIA combobox over a list of choices, in a dialog that keeps the
 * focus.
 */
import type { SubjectRow } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Form } from '../../../components/form.js';
import { foldText } from '../../../components/list/fold-text.js';
import { twinsOf } from '../../../components/list/twins.js';
import { PRIVATE_CONTROL } from '../../../components/private-control.js';
import { t } from '../../../locales/late.js';
import { foundRows } from '../../desk/find/found-rows.js';
import { useFound } from '../../desk/find/use-found.js';
import { whereWords } from '../../desk/find/where-words.js';
import { hasNamesake, type Known } from '../../desk/known-by.js';
import { useRows } from '../../desk/list/use-rows.js';
import { subjectFinder } from '../../desk/subject-finder.js';
import { useSearchLog } from '../../desk/use-search-log.js';
import { actEntries, actsAsked, namedActs } from './act-entries.js';
import {
  type Entry,
  fixedEntries,
  matchingEntries,
  personEntries,
  settingsEntries,
  subjectEntry,
} from './entries.js';
import { PaletteList } from './palette-list.js';
import { recordEntry, recordsAlone } from './record-entries.js';
import { useUnfinishedEntries } from './unfinished-entries.js';

export interface PaletteProps {
  onClose: () => void;
}

type PaletteRow = SubjectRow & Known;

/** More than fits on a screen: a longer name is quicker than reading on. */
const MOST_SUBJECTS = 20;

export function Palette({ onClose }: PaletteProps) {
  const app = useApp();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const wanted = useSignal('');
  const at = useSignal(0);
  // The officer's own choice by an arrow, and not the first row.
  const isMoved = useSignal(false);
  const isSeveral = useSignal(false);
  const news = useRows('subjects');
  const find = useMemo(() => subjectFinder<PaletteRow>(), []);
  const finder = useMemo(() => subjectFinder<PaletteRow>(), []);
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
  const asked = useMemo(() => actsAsked(named, wanted.value), [named, wanted.value]);
  const answers = useFound([wanted.value, ...asked.map(({ ofPerson }) => ofPerson)], rows);
  const found = useMemo(
    () =>
      firstOf(
        foundRows(rows, find(rows, wanted.value), answers.get(wanted.value)),
        ({ id: found }) => found === onScreen?.id,
      ),
    [find, rows, wanted.value, answers, onScreen],
  );
  const acts = useMemo(
    () =>
      actEntries(app, asked, (words) =>
        firstOf(
          foundRows(rows, finder(rows, words), answers.get(words)).map(({ row }) => row),
          ({ id }) => id === onScreen?.id,
        ),
      ),
    [app, asked, finder, rows, answers, onScreen],
  );
  const shown = found.slice(0, MOST_SUBJECTS);
  const records = recordsAlone(app, answers.get(wanted.value));
  const log = useSearchLog(wanted.value, [...shown, ...records]);
  const unfinished = firstOf(
    useUnfinishedEntries(rows),
    ({ person }) => person !== undefined && person.id === onScreen?.id,
  );
  // Unfinished work may be about somebody else and hold the reference all the same.
  const isMeant = ({ row: { references } }: (typeof shown)[number]) =>
    references.some((each) => foldText(each) === foldText(wanted.value));
  const entries: readonly Entry[] = [
    ...shown.filter(isMeant).map(({ row }) => subjectEntry(app, row, { group: 'reference' })),
    ...matchingEntries(fixed, wanted.value),
    ...acts,
    ...matchingEntries(unfinished, wanted.value),
    ...shown
      .filter((each) => !isMeant(each))
      .map(({ row, places }) => subjectEntry(app, row, { where: whereWords(places) })),
    ...records.map(recordEntry),
    ...matchingEntries(settingsEntries(app), wanted.value),
  ];
  const chosen = entries[Math.min(at.value, entries.length - 1)];
  const optionId = (entry: Entry) => `${id}-${entry.id}`;

  // In the top layer, over every screen: nothing behind it can be reached until it is closed.
  useLayoutEffect(() => {
    dialog.current?.showModal();
    // A dialog gives the focus to its first element.
    box.current?.focus();
  }, []);
  useEffect(() => {
    if (chosen) document.getElementById(optionId(chosen))?.scrollIntoView({ block: 'nearest' });
  });
  const run = (entry: Entry | undefined, act = entry?.run): void => {
    if (!entry) return;
    log.opened();
    // Closed first: the focus then goes to the next screen, not back to where it was.
    onClose();
    act?.();
  };
  const runChosen = (act = chosen?.run): void => {
    // A reference that one person alone has says who is meant.
    const isSure =
      chosen?.group === 'reference' &&
      entries.filter(({ group }) => group === 'reference').length === 1;
    const person = isMoved.value || isSure ? undefined : chosen?.person;
    const others = [
      ...found.map(({ row }) => row),
      ...entries.flatMap((entry) => entry.person ?? []),
    ];
    isSeveral.value = person !== undefined && hasNamesake(person, others);
    if (!isSeveral.value) run(chosen, act);
  };
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && chosen?.runApart) {
      event.preventDefault();
      runChosen(chosen.runApart);
      return;
    }
    const last = entries.length - 1;
    const next = {
      ArrowDown: at.value >= last ? 0 : at.value + 1,
      ArrowUp: at.value <= 0 ? last : at.value - 1,
      PageDown: Math.min(last, at.value + 8),
      PageUp: Math.max(0, at.value - 8),
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    isMoved.value = true;
    isSeveral.value = false;
    at.value = Math.max(0, next);
  };

  return (
    <dialog
      ref={dialog}
      class="cp-palette"
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <Form label={t('palette.title')} onSubmit={() => runChosen()}>
        <div class="cp-palette__head">
          <h2 class="govuk-heading-s" id={`${id}-title`}>
            {t('palette.title')}
          </h2>
          <button type="button" class="cp-link-button govuk-link" onClick={onClose}>
            {t('palette.close')}
          </button>
        </div>
        <label class="govuk-label" for={`${id}-find`}>
          {t('palette.find')}
        </label>
        <p class="govuk-hint govuk-!-font-size-16" id={`${id}-hint`}>
          {t(app.openInNewWindow ? 'palette.hint.apart' : 'palette.hint')}
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
          onKeyDown={move}
          onInput={(event) => {
            wanted.value = event.currentTarget.value;
            at.value = 0;
            isMoved.value = false;
            isSeveral.value = false;
          }}
        />
        <PaletteList
          id={`${id}-list`}
          entries={entries}
          chosen={chosen}
          optionId={optionId}
          onRun={run}
        />
        <p role="status" class="govuk-body-s cp-palette__count">
          {isSeveral.value
            ? t('find.several')
            : entries.length === 0
              ? t('palette.nothing')
              : found.length > shown.length || answers.get(wanted.value)?.hasMore
                ? t('palette.more', { shown: shown.length })
                : t('palette.found', { count: entries.length })}
        </p>
      </Form>
    </dialog>
  );
}

/** Those that are so first, each part in its order. */
function firstOf<T>(all: readonly T[], isFirst: (one: T) => boolean): readonly T[] {
  return [...all.filter(isFirst), ...all.filter((one) => !isFirst(one))];
}

import {
  type CodeLists,
  codeLabel,
  handlingWords,
  originIn,
  type SourceRef,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { lateView } from '../../app/late-view.js';
import { Button } from '../../components/button.js';
import { writtenMoment } from '../../components/written-moment.js';
import { t } from '../../locales/late.js';
import type { PageCopyProps } from './page-copy.js';

const PageCopy = lateView<PageCopyProps>(async () => (await import('./page-copy.js')).PageCopy);

export interface SourceLineProps {
  record: StoredRecord;
  /** One of its fields; absent: all of them. */
  field: string | undefined;
  /**
   * Index of an item in a list; absent for a field that is not a list, and for sources that belong to no single item.
   */
  item?: number | undefined;
  captures: readonly StoredRecord<'sourceCapture'>[];
  /** Leaves out the stored copies: for words that go when the pointer does. */
  isWordsOnly?: boolean;
}

/** Source of a value: label, system, time; and the page's text if the officer corrected it. */
export function SourceLine({ record, field, item, captures, isWordsOnly }: SourceLineProps) {
  const { lists } = useApp().services;
  const refs = sourceRefs(record, field, item);
  if (refs.length === 0) return null;
  const lines = new Map(refs.map((ref) => [wordsOf(ref, captures, lists), ref]));
  return (
    <ul class="cp-sources">
      {[...lines].map(([words, ref]) => {
        const capture = captures.find(({ id }) => id === ref.capture);
        return (
          <li key={words} class="cp-sources__source">
            {words}
            {capture && originIn(capture) && (
              <span class="cp-quiet" dir="auto">
                {' '}
                {t('handling.apply')}: {handlingWords(capture.value)}
              </span>
            )}
            {!isWordsOnly && capture?.value.snapshots && (
              <ShowCopy
                capture={capture}
                source={ref}
                words={t('page-copy.show')}
                about={ref.label}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Sources of a field, of one item of it, or of the whole record. */
export function sourceRefs(
  record: StoredRecord,
  field: string | undefined,
  item?: number,
): readonly SourceRef[] {
  return Object.entries(record.sources)
    .filter(([path]) => field === undefined || isOf(path, record, field, item))
    .flatMap(([, found]) => found);
}

function isOf(path: string, { value }: StoredRecord, field: string, item?: number): boolean {
  const rest = path.startsWith(field) ? path.slice(field.length) : undefined;
  if (rest === undefined || !/^(?:$|[.[])/.test(rest)) return false;
  const [, place] = /^\[(\d+)\]/.exec(rest) ?? [];
  if (item !== undefined) return place !== undefined && Number(place) === item;
  const held = (value as Readonly<Record<string, unknown>>)[field];
  return place === undefined || Number(place) >= (Array.isArray(held) ? held.length : 0);
}

export interface ShowCopyProps {
  capture: StoredRecord<'sourceCapture'>;
  source?: SourceRef | undefined;
  words: string;
  /** Identifies the button among many. */
  about: string;
}

/** Opens the stored copy of the page under the button, and closes it again. */
export function ShowCopy({ capture, source, words, about }: ShowCopyProps) {
  const isOpen = useSignal(false);
  const line = useRef<HTMLDivElement>(null);
  const close = (): void => {
    isOpen.value = false;
    line.current?.querySelector('button')?.focus();
  };
  return (
    <div ref={line}>
      <Button
        kind="link"
        expanded={isOpen.value}
        about={about}
        onPress={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        {words}
      </Button>
      {isOpen.value && <PageCopy capture={capture} source={source} onClose={close} />}
    </div>
  );
}

function wordsOf(ref: SourceRef, captures: SourceLineProps['captures'], lists: CodeLists): string {
  const capture = captures.find(({ id }) => id === ref.capture)?.value;
  const slots = {
    label: ref.label,
    system: capture?.system ?? t('common.not-recorded'),
    at: capture ? writtenMoment(capture.capturedAt) : t('common.not-recorded'),
  };
  const { toldBy, toldAt } = capture ?? {};
  if (toldBy !== undefined) {
    const told = { by: toldBy, means: slots.system, at: writtenMoment(toldAt ?? '') };
    const source = t('person.told.source', told);
    return ref.statement === undefined
      ? source
      : t('person.told.statement.source', {
          source,
          statement: codeLabel(lists, 'statement-type', ref.statement),
        });
  }
  return ref.decision === 'take-corrected'
    ? t('subject.source.corrected', { ...slots, verbatim: ref.verbatim })
    : t('subject.source', slots);
}

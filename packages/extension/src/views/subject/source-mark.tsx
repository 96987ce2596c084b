import { RECORD_LABELS, type StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { writtenMoment } from '../../components/written-moment.js';
import { t } from '../../locales/late.js';
import { SourceLine, sourceRefs } from './source-line.js';

export interface SourceMarkProps {
  record: StoredRecord;
  /** One field of it; absent: the whole record. */
  field?: string | undefined;
  /** Index of an item in a list. */
  item?: number | undefined;
  captures: readonly StoredRecord<'sourceCapture'>[];
  /** Value that it is the source of, for screen readers: it tells many marks apart. */
  about: string;
}

/**
 * The small mark beside a value: hovered or focused, it says where the value comes from; pressed, it stays open, with
 * the stored copy of the page. A field without a source has none.
 */
export function SourceMark({ record, field, item, captures, about }: SourceMarkProps) {
  const isPinned = useSignal(false);
  const isNear = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  if (field !== undefined && sourceRefs(record, field, item).length === 0) return null;
  const isOpen = isPinned.value || isNear.value;
  const leave = (): void => {
    isNear.value = false;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer and Escape act for the button within
    <div
      class="cp-source"
      onMouseEnter={() => {
        isNear.value = true;
      }}
      onMouseLeave={leave}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        isPinned.value = false;
        leave();
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        class="cp-source__mark"
        aria-expanded={isPinned.value}
        aria-describedby={isOpen ? id : undefined}
        onFocus={() => {
          isNear.value = true;
        }}
        onBlur={leave}
        onClick={() => {
          isPinned.value = !isPinned.value;
        }}
      >
        <svg class="cp-ico" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <circle cx="8" cy="8" r="6.2" />
          <path d="M8 7.3v4M8 4.7v.2" />
        </svg>
        <span class="govuk-visually-hidden">
          {t('overview.source')} {about}
        </span>
      </button>
      {isOpen && (
        <div id={id} class={`cp-source__says${isPinned.value ? ' cp-source__says--pinned' : ''}`}>
          <Said
            record={record}
            field={field}
            item={item}
            captures={captures}
            isWhole={isPinned.value}
          />
        </div>
      )}
    </div>
  );
}

interface SaidProps extends Omit<SourceMarkProps, 'about'> {
  /** With the stored copies, which are opened from here. */
  isWhole: boolean;
}

function Said({ record, field, item, captures, isWhole }: SaidProps) {
  const at = writtenMoment(record.createdAt);
  return (
    <>
      {field === undefined && (
        <p class="cp-source__line">
          {t('overview.source.record', { kind: RECORD_LABELS[record.kind].one, at })}
        </p>
      )}
      <SourceLine
        record={record}
        field={field}
        item={item}
        captures={captures}
        isWordsOnly={!isWhole}
      />
    </>
  );
}

import type { PastePart } from '@cyber-prevent/core/fill';
import { Button } from '../../../components/button.js';
import { Tag } from '../../../components/tag.js';
import { t } from '../../../locales/late.js';
import { partLabel } from './pack-fields.js';

export interface PackPartProps {
  part: PastePart;
  isNext: boolean;
  isDone: boolean;
  isForbidden: boolean;
  /** True if it is not in the sequence: the button above the list never reaches it. */
  isAside: boolean;
  /** Values recorded elsewhere instead: nobody has settled which is right. */
  others: readonly string[] | undefined;
  onCopy: () => void;
}

/** One part: its text, a mark if it was copied, and its own button to copy it again. */
export function PackPart({
  part,
  isNext,
  isDone,
  isForbidden,
  isAside,
  others,
  onCopy,
}: PackPartProps) {
  const label = partLabel(part);
  return (
    <li
      class={`cp-pack__part${isNext ? ' cp-pack__part--next' : ''}`}
      aria-current={isNext ? 'step' : undefined}
      data-part={part.id}
    >
      <div class="cp-pack__head">
        <span class="cp-pack__label">{label}</span>
        {others && <Tag colour="orange">{t('pack.disputed')}</Tag>}
        {isDone && <Tag colour="green">{t(isForbidden ? 'pack.done.hand' : 'pack.done')}</Tag>}
        {isNext && !isDone && <Tag colour="blue">{t('pack.next')}</Tag>}
      </div>
      <div class="cp-pack__text" dir="auto">
        {part.text}
      </div>
      {others && (
        <p class="govuk-body-s" dir="auto">
          {t('pack.disputed.others', { others: others.join(', ') })}
        </p>
      )}
      {(isAside || !isForbidden) && (
        <Button kind="link" about={label} onPress={onCopy}>
          {t(isForbidden ? 'pack.hand-one' : 'pack.copy-one')}
        </Button>
      )}
    </li>
  );
}

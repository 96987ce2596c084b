/** A key written down by hand is easily copied wrong: two of its groups are typed from the copy. */
import type { SummaryError } from '../../../components/error-summary.js';
import { TextInput } from '../../../components/text-input.js';
import { t } from '../../../locales/late.js';

export type TypedGroups = Readonly<Record<number, string>>;

interface WrittenKeyPanelProps {
  typed: TypedGroups;
  errors: readonly SummaryError[];
  onTyped: (number: number, value: string) => void;
}

/** Groups asked back, counted from 1: one near the start, one near the end. */
const ASKED = [2, 7] as const;
const groupId = (number: number): string => `cp-first-run-group-${number}`;

export function WrittenKeyPanel({ typed, errors, onTyped }: WrittenKeyPanelProps) {
  return (
    <>
      <p class="govuk-body">{t('first-run.recovery.check')}</p>
      {ASKED.map((number) => (
        <TextInput
          key={number}
          id={groupId(number)}
          label={t('first-run.recovery.group', { number })}
          error={errors.find(({ fieldId }) => fieldId === groupId(number))?.message}
          width={10}
          value={typed[number] ?? ''}
          onValue={(value) => onTyped(number, value)}
        />
      ))}
    </>
  );
}

/** An error for each group asked that is not as shown. */
export function copiedWrong(
  groups: readonly string[],
  typed: TypedGroups,
): readonly SummaryError[] {
  return ASKED.filter((number) => !isSameGroup(typed[number] ?? '', groups[number - 1])).map(
    (number) => ({
      message: t('first-run.recovery.group.wrong', { number }),
      fieldId: groupId(number),
    }),
  );
}

/** Compares as people copy: any case, O for 0, I and L for 1. */
function isSameGroup(typed: string, group: string | undefined): boolean {
  const plain = (text: string): string =>
    text
      .toUpperCase()
      .replace(/[\s-]+/g, '')
      .replaceAll('O', '0')
      .replace(/[IL]/g, '1');
  return group !== undefined && plain(typed) === plain(group);
}

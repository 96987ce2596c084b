/** One suspected offence as a row: what it is, and the status that counts now. */
import {
  behaviourOnly,
  type CodeLists,
  codeLabel,
  presentStanding,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { t } from '../../locales/late.js';

export interface OffenceRow {
  readonly label: string;
  readonly value: string;
}

/** @param subject - whose age at the time decides whether it is shown as an offence at all */
export function offenceRow(
  { value }: StoredRecord<'offence'>,
  subject: StoredRecord<'subject'>,
  lists: CodeLists,
): OffenceRow {
  const words = value.asRead ?? '';
  if (behaviourOnly(value, subject.value))
    return { label: t('offence.behaviour.recorded'), value: words };
  const day = value.incidentOn?.toSorted()[0] ?? value.knownOn;
  const label = value.section
    ? codeLabel(lists, 'cma-section', value.section, day)
    : words || t('offence.no-section');
  const present = presentStanding(value);
  if (!present) return { label, value: t('offence.status.none') };
  const status = codeLabel(lists, 'offence-status', present.status);
  return {
    label,
    value: present.on
      ? t('offence.status.one', { status, date: writtenDate(present.on) })
      : t('offence.status.no-day', { status }),
  };
}

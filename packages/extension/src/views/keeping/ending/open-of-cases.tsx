/**
 * Open work on the cases that a colleague is asked about, by case: whoever takes one over takes it on. A case that cannot
 * be read is named, and hides nothing of the others.
 */
import {
  type DiaryEntry,
  gatherCase,
  type RecordId,
  type StoredRecord,
  stillOpen,
  workingCalendar,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { useRules } from '../../case/use-retention.js';
import { useSubjectNames } from '../../case/use-subject-names.js';

const calendar = workingCalendar();

export interface OpenOfCasesProps {
  cases: readonly string[];
  /** The person whose page the request began on. */
  about: StoredRecord<'subject'> | undefined;
}

export function OpenOfCases({ cases, about }: OpenOfCasesProps) {
  const found = useOpenOf(cases);
  const names = useSubjectNames();
  const nameOf = useNameApart();
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="cp-ask-open">
      <h2 class="govuk-heading-s" id="cp-ask-open">
        {about ? t('ending.ask.open.of', { name: nameOf(about) }) : t('ending.ask.open')}
      </h2>
      {found.map(({ subject, entries }) => (
        <div key={subject}>
          {!about && (
            <p class="govuk-body govuk-!-margin-bottom-1">
              <strong dir="auto">{names.get(subject) ?? t('ending.ask.open.unnamed')}</strong>
            </p>
          )}
          {entries ? (
            <ul class="govuk-list govuk-list--bullet">
              {entries.map(({ id, why }) => (
                <li key={id}>{why}</li>
              ))}
            </ul>
          ) : (
            <p class="govuk-body">{t('ending.ask.open.unread')}</p>
          )}
        </div>
      ))}
    </section>
  );
}

interface OpenOfCase {
  readonly subject: RecordId;
  /** Undefined if the case could not be read: it may be closed to the officer by now. */
  readonly entries: readonly DiaryEntry[] | undefined;
}

/** Cases without open work are left out. */
function useOpenOf(chosen: readonly string[]): readonly OpenOfCase[] {
  const { services } = useApp();
  const rules = useRules();
  const open = useSignal<readonly OpenOfCase[]>([]);
  const key = chosen.join();
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      const context = { today: services.today(), calendar, lists: services.lists, ...rules };
      const found = await Promise.all(
        (chosen as readonly RecordId[]).map(async (subject) => ({
          subject,
          entries: await gatherCase(services.store, subject, 'case-work').then(
            // Nothing at all is gathered of a person who is no longer held.
            (records) => (records.length > 0 ? stillOpen(records, context) : undefined),
            () => undefined,
          ),
        })),
      );
      if (!gone) open.value = found.filter(({ entries }) => entries?.length !== 0);
    };
    void look();
    return () => {
      gone = true;
    };
  }, [services, key, rules]);
  return open.value;
}

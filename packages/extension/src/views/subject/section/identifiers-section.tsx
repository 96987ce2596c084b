import { identifierKey, sawHandle, writtenDate } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { t } from '../../../locales/late.js';
import { usePersonActs } from '../../act/use-person.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { useAlsoWords } from '../../person/identifier/whose-words.js';
import { RecordList } from '../record-list.js';

/** Ledger of a person's identifiers: as seen, of what type, when, how sure, and who else has them. */
export function IdentifiersSection({ page: { subject, all } }: { page: SubjectPage }) {
  const { router } = useApp();
  const { context, keepHere } = usePersonActs(subject, 'identifiers', t('person.handle.seen.said'));
  const problem = useSignal<string | undefined>(undefined);
  const alsoWords = useAlsoWords();
  const ledger = all('onlineIdentifier').filter(({ value }) => value.subjectId === subject.id);
  const to = { name: 'act', act: 'note-online-name', subject: subject.id } as const;
  return (
    <>
      {problem.value && <ErrorSummary errors={[{ message: problem.value }]} />}
      <p>
        <Button kind="secondary" onPress={() => router.go(to)}>
          {t('person.handle.add')}
        </Button>
      </p>
      <RecordList
        records={ledger}
        captures={all('sourceCapture')}
        after={({ id }) => {
          const held = ledger.find((each) => each.id === id);
          if (!held) return undefined;
          const also = alsoWords({ id, key: identifierKey(held.value) });
          const about = held.value.asSeen;
          if (held.value.endedOn !== undefined)
            return (
              <p class="govuk-body cp-detail__acts">
                {t('identifier.not-theirs.since', { date: writtenDate(held.value.endedOn) })}{' '}
                <Button
                  kind="link"
                  about={about}
                  onPress={() =>
                    router.go({ name: 'identifier', identifier: id, form: 'on-nobody' })
                  }
                >
                  {t('identifier.on-nobody')}
                </Button>
              </p>
            );
          return (
            <>
              {also && <p class="govuk-body">{also}</p>}
              <p class="govuk-body cp-detail__acts">
                <Button
                  kind="link"
                  about={about}
                  onPress={() => {
                    void keepHere('saw-handle', [held.id, held.heads], () =>
                      sawHandle(held, {}, context),
                    ).then(([issue]) => {
                      problem.value = issue?.message;
                    });
                  }}
                >
                  {t('person.handle.seen')}
                </Button>{' '}
                <Button kind="link" about={about} onPress={() => router.go({ ...to, record: id })}>
                  {t('person.correct')}
                </Button>{' '}
                <Button
                  kind="link"
                  about={about}
                  onPress={() => router.go({ name: 'identifier', identifier: id, form: 'also' })}
                >
                  {t('identifier.also-of')}
                </Button>{' '}
                <Button
                  kind="link"
                  about={about}
                  onPress={() => router.go({ ...to, act: 'not-their-identifier', record: id })}
                >
                  {t('identifier.not-theirs')}
                </Button>
              </p>
            </>
          );
        }}
      />
    </>
  );
}

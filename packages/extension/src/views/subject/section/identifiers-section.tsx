import { sawHandle } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { t } from '../../../locales/late.js';
import { usePersonActs } from '../../act/use-person.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { RecordList } from '../record-list.js';

/** Ledger of a person's online names: as seen, the platform's own identifier, the days and the certainty. */
export function IdentifiersSection({ page: { subject, all } }: { page: SubjectPage }) {
  const { router } = useApp();
  const { context, keepHere } = usePersonActs(subject, 'identifiers', t('person.handle.seen.said'));
  const problem = useSignal<string | undefined>(undefined);
  const ledger = all('onlineIdentifier');
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
          return (
            held && (
              <p class="govuk-body cp-detail__acts">
                <Button
                  kind="link"
                  about={held.value.asSeen}
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
                <Button
                  kind="link"
                  about={held.value.asSeen}
                  onPress={() => router.go({ ...to, record: id })}
                >
                  {t('person.correct')}
                </Button>
              </p>
            )
          );
        }}
      />
    </>
  );
}

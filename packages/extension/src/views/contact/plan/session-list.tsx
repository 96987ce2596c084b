import {
  civilDay,
  codeLabel,
  type RecordId,
  type StoredRecord,
  sessionOrder,
  sessionWhen,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';

interface SessionListProps {
  sessions: readonly StoredRecord<'session'>[];
  subject: RecordId;
}

/** Arranged sessions: those without attendance first, then the latest. */
export function SessionList({ sessions, subject }: SessionListProps) {
  const { services, router } = useApp();
  const { lists } = services;
  const isOpen = ({ value }: StoredRecord<'session'>) => value.attendance === undefined;
  const rows = sessions.toSorted(
    (a, b) =>
      Number(isOpen(b)) - Number(isOpen(a)) ||
      sessionOrder(a.value, b.value) * (isOpen(a) ? 1 : -1),
  );
  return (
    <>
      <Table
        caption={t('plan.sessions')}
        empty={t('plan.sessions.none')}
        rows={rows}
        keyOf={({ id }) => id}
        stacks
        columns={[
          {
            key: 'for',
            heading: t('plan.session.for'),
            cell: ({ value }) => sessionWhen(value),
          },
          {
            key: 'what',
            heading: t('plan.session.what'),
            cell: ({ value, createdAt }) =>
              codeLabel(lists, 'intervention-kind', value.kind, civilDay(createdAt)),
          },
          {
            key: 'came',
            heading: t('plan.session.came'),
            cell: ({ id, value: { attendance, whyNot, arrangedFor, startsAt } }) =>
              attendance === undefined ? (
                <Button
                  kind="link"
                  about={sessionWhen({ arrangedFor, startsAt })}
                  onPress={() => router.go({ name: 'session', subject, session: id })}
                >
                  {t(
                    arrangedFor > services.today()
                      ? 'plan.session.call-off'
                      : 'plan.session.who-came',
                  )}
                </Button>
              ) : (
                <>
                  {codeLabel(lists, 'attendance', attendance, arrangedFor)}
                  {whyNot && <div class="cp-said">{whyNot}</div>}
                </>
              ),
          },
        ]}
      />
      <p>
        <Button kind="secondary" onPress={() => router.go({ name: 'session', subject })}>
          {t('plan.session.arrange')}
        </Button>
      </p>
    </>
  );
}

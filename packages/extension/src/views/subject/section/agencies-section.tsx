import { type RecordId, type StoredRecord, standingMonitoring } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/router.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import type { PlainKey } from '../../../locales/late.js';
import { t } from '../../../locales/late.js';
import { RecordList } from '../record-list.js';
import type { SubjectPage } from '../subject-page.js';

type Form = RouteOf<'work-record'>['form'];

/** Work with others: contacts by their gateway, panels, how closely somebody is kept in touch with, checks of offending. */
export function AgenciesSection({ page }: { page: SubjectPage }) {
  const { router } = useApp();
  const { subject, all } = page;
  const goes = (form: Form, record?: RecordId) =>
    router.go({
      name: 'work-record',
      subject: subject.id,
      form,
      ...(record ? { record } : {}),
    });
  const monitoring = standingMonitoring(all('monitoring'));
  const contacts = latest(all('agencyContact'), ({ value }) => value.contactOn);
  const panels = latest(all('panel'), ({ value }) => value.meetsOn);
  const checks = latest(all('offendingCheck'), ({ value }) => value.checkedOn);
  const tiers = latest(all('monitoring'), ({ value }) => value.from);
  return (
    <>
      <ButtonGroup>
        <Button kind="secondary" onPress={() => goes('contact')}>
          {t('agencies.contact')}
        </Button>
        <Button kind="secondary" onPress={() => goes('panel')}>
          {t('agencies.panel')}
        </Button>
        <Button kind="secondary" onPress={() => goes('monitoring')}>
          {t('agencies.monitoring')}
        </Button>
        <Button kind="secondary" onPress={() => goes('check')}>
          {t('agencies.check')}
        </Button>
      </ButtonGroup>
      <Part
        page={page}
        title="agencies.contacts"
        records={contacts}
        after={({ id, kind, value }) =>
          kind === 'agencyContact' && 'nextOn' in value ? (
            <Button kind="link" onPress={() => goes('contact', id)}>
              {t('agencies.contact.again')}
            </Button>
          ) : null
        }
      />
      <Part
        page={page}
        title="agencies.panels"
        records={panels}
        after={({ id }) => (
          <Button kind="link" onPress={() => goes('panel-held', id)}>
            {t('agencies.panel.held')}
          </Button>
        )}
      />
      <Part
        page={page}
        title="agencies.tiers"
        records={tiers}
        after={({ id }) =>
          id === monitoring?.id && (
            <Button kind="link" onPress={() => goes('monitoring-end', id)}>
              {t('agencies.monitoring.end')}
            </Button>
          )
        }
      />
      <Part page={page} title="agencies.checks" records={checks} />
    </>
  );
}

interface PartProps {
  page: SubjectPage;
  title: PlainKey;
  records: readonly StoredRecord[];
  after?: (record: StoredRecord) => ComponentChildren;
}

function Part({ page, title, records, after }: PartProps) {
  return (
    <>
      <h2 class="govuk-heading-m">{t(title)}</h2>
      <RecordList
        records={records}
        captures={page.all('sourceCapture')}
        {...(after ? { after } : {})}
      />
    </>
  );
}

function latest<R>(records: readonly R[], dayOf: (record: R) => string): readonly R[] {
  return records.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
}

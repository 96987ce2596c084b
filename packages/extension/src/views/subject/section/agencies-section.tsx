import {
  type PlainDate,
  type RecordId,
  type StoredRecord,
  standingMonitoring,
  writtenDate,
} from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { useApp } from '../../../app/app.js';
import type { ActName } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import type { PlainKey } from '../../../locales/late.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { RecordList } from '../record-list.js';

/** Work with others: contacts by their gateway, panels, monitoring, checks of offending. */
export function AgenciesSection({ page }: { page: SubjectPage }) {
  const { router } = useApp();
  const { subject, all } = page;
  const goes = (act: ActName, record?: RecordId) =>
    router.go({
      name: 'act',
      act,
      subject: subject.id,
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
        <Button kind="secondary" onPress={() => goes('contact-agency')}>
          {t('agencies.contact')}
        </Button>
        <Button kind="secondary" onPress={() => goes('arrange-panel')}>
          {t('agencies.panel')}
        </Button>
        <Button kind="secondary" onPress={() => goes('set-monitoring')}>
          {t('agencies.monitoring')}
        </Button>
        <Button kind="secondary" onPress={() => goes('check-offending')}>
          {t('agencies.check')}
        </Button>
      </ButtonGroup>
      <Part
        page={page}
        title="agencies.contacts"
        records={contacts}
        after={(record) => (
          <Acts
            of={record}
            day={dayOf(record, 'contactOn')}
            acts={[
              ...('nextOn' in record.value
                ? ([['contact-agency', 'agencies.contact.again']] as const)
                : []),
              ['correct-agency-contact', 'agencies.contact.correct'],
            ]}
            onAct={goes}
          />
        )}
      />
      <Part
        page={page}
        title="agencies.panels"
        records={panels}
        after={(record) => (
          <Acts
            of={record}
            day={dayOf(record, 'meetsOn')}
            acts={[
              ['hold-panel', 'agencies.panel.held'],
              ['rearrange-panel', 'agencies.panel.change'],
            ]}
            onAct={goes}
          />
        )}
      />
      <Part
        page={page}
        title="agencies.tiers"
        records={tiers}
        after={(record) => (
          <Acts
            of={record}
            day={dayOf(record, 'from')}
            acts={[
              ...(record.id === monitoring?.id
                ? ([['end-monitoring', 'agencies.monitoring.end']] as const)
                : []),
              ['correct-monitoring', 'agencies.monitoring.correct'],
            ]}
            onAct={goes}
          />
        )}
      />
      <Part
        page={page}
        title="agencies.checks"
        records={checks}
        after={(record) => (
          <Acts
            of={record}
            day={dayOf(record, 'checkedOn')}
            acts={[['correct-check', 'agencies.check.correct']]}
            onAct={goes}
          />
        )}
      />
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

interface ActsProps {
  of: StoredRecord;
  /** Day of the record in words, which distinguishes several. */
  day: string;
  acts: readonly (readonly [act: ActName, label: PlainKey])[];
  onAct: (act: ActName, record: RecordId) => void;
}

function Acts({ of: { id }, day, acts, onAct }: ActsProps) {
  return (
    <ButtonGroup>
      {acts.map(([act, label]) => (
        <Button key={act} kind="link" about={day} onPress={() => onAct(act, id)}>
          {t(label)}
        </Button>
      ))}
    </ButtonGroup>
  );
}

function dayOf({ value }: StoredRecord, name: string): string {
  return writtenDate((value as unknown as Readonly<Record<string, PlainDate>>)[name] as PlainDate);
}

function latest<R>(records: readonly R[], dayOf: (record: R) => string): readonly R[] {
  return records.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
}

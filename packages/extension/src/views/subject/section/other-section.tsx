import type { RecordKind, StoredRecord } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage, SubjectSection } from '../../case/subject-page.js';
import { changesOf } from '../acts.js';
import { RecordList } from '../record-list.js';

/**
 * The section of every record that no other section shows, so that a record about a person always has a place.
 *
 * @param shown - kinds that other sections show
 */
export function otherSection(shown: ReadonlySet<RecordKind>): SubjectSection {
  const others = ({ records }: SubjectPage) => records.filter(({ kind }) => !shown.has(kind));
  return {
    id: 'other',
    group: 'record',
    label: 'subject.other',
    count: (page) => others(page).length,
    Show: ({ page }) => (
      <RecordList
        records={others(page)}
        captures={page.all('sourceCapture')}
        headed
        after={(record) => <Changes of={record} page={page} />}
      />
    ),
  };
}

function Changes({ of: { kind, id }, page }: { of: StoredRecord; page: SubjectPage }) {
  const { router } = useApp();
  const acts = changesOf(kind);
  return acts.length === 0 ? null : (
    <ButtonGroup>
      {acts.map(({ name, title }) => (
        <Button
          key={name}
          kind="link"
          onPress={() =>
            router.go({ name: 'act', act: name, subject: page.subject.id, record: id })
          }
        >
          {t(title)}
        </Button>
      ))}
    </ButtonGroup>
  );
}

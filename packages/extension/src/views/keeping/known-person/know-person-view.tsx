import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { nameWords } from '../../case/person-line/line-words.js';
import { usePersonLine } from '../../case/person-line/use-person-line.js';
import { useSubjectNames } from '../../case/use-subject-names.js';
import { DeclareForm } from './declare-form.js';
import { TellForm } from './tell-form.js';

/**
 * “I know this person”: closes the record to this officer; after that, makes the file that tells their supervisor. The
 * second part shows nothing about the person.
 */
export function KnowPersonView({ route: { subject } }: { route: RouteOf<'know-person'> }) {
  const read = usePersonLine(useApp().services, subject);
  const names = useSubjectNames();
  switch (read.name) {
    case 'loading':
      return <p role="status">{t('common.loading')}</p>;
    case 'none':
      return (
        <>
          <PageHeading>{t('known.act')}</PageHeading>
          <p class="govuk-body">{t('subject.gone')}</p>
        </>
      );
    case 'shown':
      // A namesake’s record must not be closed by mistake: that cannot be undone.
      return <DeclareForm subject={subject} name={names.get(subject) ?? nameWords(read.line)} />;
    case 'closed':
      return <TellForm subject={subject} supervisor={read.supervisor} />;
  }
}

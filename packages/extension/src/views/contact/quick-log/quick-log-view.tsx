import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { ForSubject } from '../../case/for-subject.js';
import { PersonHeading } from '../../case/person-heading.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { BesideCase } from '../beside-case.js';
import { WithSomebody } from '../with-somebody.js';
import { FindSubject } from './find-subject.js';
import { QuickForm } from './quick-form.js';

/**
 * A contact of today in a few keys: first the subject, then the four required fields. Once chosen, the person is part of
 * the route, so that the frame names them and the form is about nobody else.
 */
export function QuickLogView({ route }: { route: RouteOf<'quick-log'> }) {
  const nameOf = useNameApart();
  const { router } = useApp();
  if (route.subject === undefined)
    return (
      <WithSomebody title={t('quick.title')}>
        <div class="cp-read">
          <PageHeading>{t('quick.title')}</PageHeading>
          <FindSubject onChosen={({ id }) => router.go({ name: 'quick-log', subject: id })} />
        </div>
      </WithSomebody>
    );
  return (
    <ForSubject id={route.subject}>
      {(subject) =>
        subject && (
          <BesideCase subject={subject.id}>
            <PersonHeading of={subject}>{t('quick.title')}</PersonHeading>
            <QuickForm subject={subject.id} about={nameOf(subject)} />
          </BesideCase>
        )
      }
    </ForSubject>
  );
}

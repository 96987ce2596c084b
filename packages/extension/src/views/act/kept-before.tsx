/** Says that a form was saved already with its earlier values, and leads to what was saved. */
import type { App } from '../../app/app.js';
import type { KeptSave } from '../../app/pending-save.js';
import { KeptLink } from '../../components/kept-link.js';
import { writtenMoment } from '../../components/written-moment.js';
import { t } from '../../locales/late.js';

export function sayKeptBefore(
  { session }: Pick<App, 'session'>,
  { at, isChange, to }: KeptSave,
): void {
  session.say({
    kind: 'important',
    heading: t('save.kept-before', { at: writtenMoment(at) }),
    body: (
      <>
        <p class="govuk-body">
          {t(isChange ? 'save.kept-before.change' : 'save.kept-before.record')}
        </p>
        <KeptLink to={to} />
      </>
    ),
  });
}

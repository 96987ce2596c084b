import { identityIn, takeEnquiry } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { FormEnd } from '../../../components/form-end.js';
import { asGroup, asText, asTexts, cleanValues } from '../../../components/form-values.js';
import { InsetText } from '../../../components/inset-text.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { useKeep } from '../../act/use-keep.js';
import { useLater } from '../../act/use-later.js';
import { TAKE_KEY } from '../../case/enquiry/start-enquiry.js';
import { IdentityPanel } from '../../case/identity-panel.js';
import { chosenAt, joinChosen } from '../../case/organisation/chosen-organisation.js';
import { SuggestOrganisation } from '../../case/organisation/suggest-organisation.js';
import { REFERRER_PATHS, ReferrerFields } from './referrer-fields.js';
import { SuitabilityFields, suitabilityOf } from './suitability-fields.js';

/** Danger comes first, then the question asked; the check for names is right under the text. */
const ASKED = ['riskNow', 'receivedOn', 'route', 'means', 'reference', 'asked', 'tier'] as const;

/** Takes an enquiry without recording the person it is about. */
export function TakeEnquiryView() {
  const { services, router } = useApp();
  const today = services.today();
  const form = useRecordForm({
    kind: 'enquiry',
    only: ASKED,
    initial: { receivedOn: today },
    also: REFERRER_PATHS,
  });
  const work = useFormWork(TAKE_KEY, form.values);
  const values = form.values.value;
  const text = asText(values.asked);
  const nobody = asTexts(values.identifyNobody);
  const looked = useLater(text);
  const all = useMemo(() => identityIn(looked), [looked]);
  // If the text has changed since, the positions would be wrong.
  const isLooked = looked === text;
  const found = isLooked ? all.filter((each) => !nobody.includes(each.text)) : [];
  const concern = () => router.go({ name: 'safeguarding' });

  const asked = asGroup(values.referrer);
  const { isBusy, keep } = useKeep(form, work);
  const save = (): Promise<void> =>
    keep(
      () => {
        const saved = takeEnquiry(
          {
            ...cleanValues(form.fields, values, () => true),
            suitability: suitabilityOf(values.suitability),
            referrer: asked,
          },
          { host: services.host, lists: services.lists, identifyNobody: nobody },
        );
        return joinChosen(saved, { ...values, ...asked }, ['organisation'], [], services);
      },
      ({ id }) => ({
        heading: asker === '' ? t('take.saved') : t('take.saved.of', { asker }),
        body: t('take.saved.body'),
        go: () => router.go({ name: 'enquiry', enquiry: id }),
      }),
    );

  const asker = asText(asked.organisation).trim() || asText(asked.name).trim();
  const isDanger = values.riskNow === 'immediate';
  return (
    <div class="cp-read">
      <PageHeading>{t('take.title')}</PageHeading>
      <InsetText>
        <p class="govuk-body">{t('take.danger-first')}</p>
        <Button kind="link" onPress={concern}>
          {t('take.concern')}
        </Button>
      </InsetText>
      <RecordForm
        form={form}
        work={work}
        lists={services.lists}
        on={today}
        onSubmit={() => void save()}
        after={{
          riskNow: isDanger && (
            <div role="alert">
              <WarningText>{t('take.danger')}</WarningText>
              <Button onPress={concern}>{t('take.concern')}</Button>
            </div>
          ),
          asked: (
            <IdentityPanel
              text={text}
              found={found}
              isLooked={isLooked}
              onText={(to) => {
                form.set('asked', to);
                document.getElementById(form.controlId('asked'))?.focus();
              }}
              nobody={nobody}
              onNobody={(pieces) => {
                form.set('identifyNobody', pieces);
                document.getElementById(form.controlId('asked'))?.focus();
              }}
            />
          ),
        }}
      >
        <SuitabilityFields
          id={form.controlId('suitability')}
          lists={services.lists}
          on={today}
          value={values.suitability}
          onValue={(to) => form.set('suitability', to)}
        />
        <ReferrerFields
          id={form.controlId('referrer')}
          lists={services.lists}
          on={today}
          value={values.referrer}
          onValue={(to) => form.set('referrer', to)}
          errors={form.errors.value}
          underOrganisation={
            <SuggestOrganisation
              words={asText(asked.organisation)}
              chosen={values[chosenAt('organisation')]}
              onChoose={(words, chosen) => {
                form.set('referrer', { ...asked, organisation: words });
                form.set(chosenAt('organisation'), chosen);
              }}
            />
          }
        />
        {/* The concern comes first: the enquiry can wait. */}
        <FormEnd
          work={work}
          busy={isBusy}
          kind={isDanger ? 'secondary' : 'primary'}
          onCancel={() => router.back()}
        >
          {t('take.save')}
        </FormEnd>
      </RecordForm>
    </div>
  );
}

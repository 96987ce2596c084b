import { identityIn, takeEnquiry } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { useUnfinished } from '../../app/use-unfinished.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { asGroup, asText, asTexts, cleanValues } from '../../components/form-values.js';
import { InsetText } from '../../components/inset-text.js';
import { PageHeading } from '../../components/page-heading.js';
import { RecordForm } from '../../components/record-form.js';
import { UnfinishedStatus } from '../../components/unfinished-status.js';
import { useRecordForm } from '../../components/use-record-form.js';
import { WarningText } from '../../components/warning-text.js';
import { t } from '../../locales/late.js';
import { asIssue } from '../as-issue.js';
import { useLater } from '../use-later.js';
import { IdentityPanel } from './identity-panel.js';
import { REFERRER_PATHS, ReferrerFields } from './referrer-fields.js';
import { TAKE_KEY } from './start-enquiry.js';
import { SuitabilityFields, suitabilityOf } from './suitability-fields.js';

/** Danger first, then what was asked; the name question stands right under the text. */
const ASKED = ['riskNow', 'receivedOn', 'route', 'means', 'reference', 'asked', 'tier'] as const;

/** What somebody asked, without who it is about. */
export function TakeEnquiryView() {
  const { services, router, session } = useApp();
  const today = services.today();
  const form = useRecordForm({
    kind: 'enquiry',
    only: ASKED,
    initial: { receivedOn: today },
    also: REFERRER_PATHS,
  });
  const work = useUnfinished(TAKE_KEY, form.values);
  const isBusy = useSignal(false);
  const values = form.values.value;
  const text = asText(values.asked);
  const nobody = asTexts(values.identifyNobody);
  const looked = useLater(text);
  const all = useMemo(() => identityIn(looked), [looked]);
  // Of a text that has changed since, the places would be wrong.
  const isLooked = looked === text;
  const found = isLooked ? all.filter((each) => !nobody.includes(each.text)) : [];
  const concern = () => router.go({ name: 'safeguarding' });

  const save = async (): Promise<void> => {
    if (isBusy.value) return;
    const typed = cleanValues(form.fields, values, () => true);
    const taken = takeEnquiry(
      {
        ...typed,
        suitability: suitabilityOf(values.suitability),
        referrer: asGroup(values.referrer),
      },
      { host: services.host, lists: services.lists, identifyNobody: nobody },
    );
    if (!taken.ok) return form.showIssues(taken.issues);
    isBusy.value = true;
    try {
      const { seq } = await services.store.commit(taken.value.commit);
      await work.discard();
      session.say({ heading: t('take.saved'), body: t('take.saved.body'), seq });
      router.go({ name: 'enquiry', enquiry: taken.value.id });
    } catch (error) {
      form.showIssues([asIssue(error)]);
    } finally {
      isBusy.value = false;
    }
  };

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
        lists={services.lists}
        on={today}
        onSubmit={() => void save()}
        after={{
          riskNow: values.riskNow === 'immediate' && (
            <div role="alert">
              <WarningText>{t('take.danger')}</WarningText>
              <Button kind="warning" onPress={concern}>
                {t('take.concern')}
              </Button>
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
        />
        <UnfinishedStatus work={work} />
        <ButtonGroup>
          <Button type="submit" busy={isBusy.value}>
            {t('take.save')}
          </Button>
          <Button kind="link" onPress={() => router.back()}>
            {t('common.cancel')}
          </Button>
        </ButtonGroup>
      </RecordForm>
    </div>
  );
}

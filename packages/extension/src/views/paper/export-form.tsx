import { codeLabel, type RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { Details } from '../../components/details.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Form } from '../../components/form.js';
import { InsetText } from '../../components/inset-text.js';
import { WarningText } from '../../components/warning-text.js';
import { t } from '../../locales/late.js';
import { peopleHeld } from '../act/people-of-save.js';
import { useDocumentDisclosure } from '../act/use-document-disclosure.js';
import { usePrintOnce } from '../act/use-print-once.js';
import { ConditionsList } from './conditions-list.js';
import { DocumentChoice } from './document-choice.js';
import { LeftOutList } from './left-out-list.js';
import type { OfferedPapers } from './prepare.js';
import { RenderedTree } from './rendered-tree.js';
import { WithheldList } from './withheld-list.js';
import { useConfirmed, WordsToConfirm } from './words-to-confirm.js';

export interface ExportFormProps {
  subject: RecordId;
  /** The papers that can be made here. */
  offered: OfferedPapers;
}

/**
 * A document about to leave. Which one, if there are several, and the destination are asked first, since they decide the
 * content. The document leaves, on paper or as a file, only after the disclosure is logged.
 */
export function ExportForm({ subject, offered }: ExportFormProps) {
  const { services, session } = useApp();
  const chosen = useSignal('');
  const { papers } = offered;
  const paper = papers.find(({ id }) => id === chosen.value) ?? papers[0];
  const prepare = paper?.made.ok ? paper.made.value : undefined;
  const disclosure = useDocumentDisclosure({ records: [subject] }, { mayKeep: true });
  const { destination, isBusy, leave } = disclosure;
  const confirmed = useConfirmed(destination, paper?.id);
  const withoutAsking = useMemo(
    () => (destination === '' ? undefined : prepare?.(destination)),
    [prepare, destination],
  );
  const { words } = confirmed;
  const prepared = useMemo(
    () => (words.length === 0 ? withoutAsking : prepare?.(destination, words)),
    [withoutAsking, prepare, destination, words],
  );
  const printed = usePrintOnce();

  const say = async (heading: 'summary.exported' | 'summary.printed'): Promise<void> => {
    const people = await peopleHeld(services.store, [subject]);
    session.say({
      heading: t(heading),
      people,
      about: [subject],
    });
  };
  // Each record that is in it, since its recipient is owed a correction; and the words that were confirmed for it.
  const inIt = prepared?.rendered;
  const save = (form: 'md' | 'html') =>
    leave(() => {
      if (!prepared) return;
      const name = `${prepared.rendered.id}-${services.today()}-${subject.slice(0, 8)}.${form}`;
      if (form === 'md') services.download(name, 'text/markdown', prepared.rendered.markdown);
      else services.download(name, 'text/html', prepared.document);
      void say('summary.exported');
    }, inIt);
  const print = () =>
    leave(() => {
      printed.start();
      void say('summary.printed');
    }, inIt);

  const isRefused = prepared !== undefined && !prepared.rendered.isForAudience;
  return (
    <>
      <div class="cp-no-print">
        <Form
          label={t('summary.export')}
          onSubmit={() => {
            if (prepare && !isRefused) void print();
          }}
        >
          <h2 class="govuk-heading-m">{t('summary.export')}</h2>
          <p class="govuk-body">{t('summary.export.why')}</p>
          <ErrorSummary errors={disclosure.errors} />
          {disclosure.left || (
            <>
              <DocumentChoice
                offered={offered}
                chosen={paper}
                onDocument={(id) => {
                  chosen.value = id;
                }}
              />
              {disclosure.fields}
              {prepare && !prepared && <InsetText>{t('summary.choose-first')}</InsetText>}
              {prepared && <WithheldList rendered={prepared.rendered} />}
              {prepared && <ConditionsList rendered={prepared.rendered} />}
              {withoutAsking && !isRefused && (
                <WordsToConfirm words={withoutAsking.toConfirm} confirmed={confirmed} />
              )}
              {prepared && !isRefused && <LeftOutList lines={prepared.leftOut} />}
              {isRefused && (
                <WarningText>
                  {t('summary.not-for', {
                    who: codeLabel(services.lists, 'export-destination', destination),
                  })}
                </WarningText>
              )}
              {prepare && !isRefused && (
                <>
                  <ButtonGroup>
                    <Button type="submit" busy={isBusy}>
                      {t('summary.print')}
                    </Button>
                    <Button kind="secondary" busy={isBusy} onPress={() => void save('html')}>
                      {t('summary.html')}
                    </Button>
                  </ButtonGroup>
                  <Details summary={t('summary.other-formats')}>
                    <Button kind="secondary" busy={isBusy} onPress={() => void save('md')}>
                      {t('summary.markdown')}
                    </Button>
                  </Details>
                </>
              )}
            </>
          )}
        </Form>
      </div>
      {prepared && !isRefused && (
        <section
          class={`cp-summary__paper ${printed.isOn ? 'cp-own-paper' : 'cp-no-print'}`}
          aria-label={t('summary.preview')}
        >
          <RenderedTree tree={prepared.rendered.mdast} />
        </section>
      )}
    </>
  );
}

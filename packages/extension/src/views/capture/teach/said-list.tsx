import { Button } from '../../../components/button.js';
import { SummaryList } from '../../../components/summary-list.js';
import { Tag } from '../../../components/tag.js';
import { t } from '../../../locales/late.js';
import { valueAgain } from '../../../sandbox/teach-find.js';
import type { TeachPage, TeachValue } from '../../../sandbox/teach-order.js';
import { writtenAs } from './teaching.js';
import type { TeachingState } from './use-teaching.js';

/** The officer's answers, each with its value. */
export function SaidList({ state: { teaching, page, change, told } }: { state: TeachingState }) {
  const said = teaching.value?.said ?? [];
  if (said.length === 0) return <p class="govuk-body">{t('teach.said.none')}</p>;
  return (
    <SummaryList
      rows={said.map(({ value, as }, nth) => ({
        label: writtenAs(as),
        value: (
          <>
            <span dir="auto">
              {value.text === '' ? t('teach.box.empty') : value.text.slice(0, 200)}
            </span>
            {!again(page.value, value) && (
              <>
                {' '}
                <Tag colour="yellow">{t('teach.said.lost')}</Tag>
              </>
            )}
          </>
        ),
        actions: (
          <p class="cp-detail__acts">
            <Button
              kind="link"
              about={writtenAs(as)}
              onPress={() => change({ picked: [again(page.value, value) ?? value] })}
            >
              {t('teach.said.change')}
            </Button>
            <Button
              kind="link"
              about={writtenAs(as)}
              onPress={() => {
                change({ said: said.toSpliced(nth, 1) });
                told.value = { message: t('teach.said.removed', { label: writtenAs(as) }) };
              }}
            >
              {t('teach.said.remove')}
            </Button>
          </p>
        ),
      }))}
    />
  );
}

/** The value as this copy of the page has it. A place without a label is looked for when the adapter is made. */
function again(page: TeachPage | undefined, value: TeachValue): TeachValue | undefined {
  return !page || value.id === '' ? value : valueAgain(value, page.values);
}

import { useComputed, useSignal } from '@preact/signals';
import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { Tag } from '../../../components/tag.js';
import { TextInput } from '../../../components/text-input.js';
import { t } from '../../../locales/late.js';
import type { TeachValue } from '../../../sandbox/teach-order.js';
import { short } from './read-values.js';
import { isMasked, saidOf, writtenAs } from './teaching.js';
import type { TeachingState } from './use-teaching.js';

/** Longest list that is not slow, and far more than anyone reads through. */
const MOST_SHOWN = 150;

/** Every value that was read, found by its words, so that no pointer is needed. */
export function ValueList({ state }: { state: TeachingState }) {
  const { page, teaching, masked, service, change, told } = state;
  const wanted = useSignal('');
  const found = useComputed(() => matching(page.value?.values ?? [], wanted.value));
  const show = (value: TeachValue | undefined) => () => void service.value?.show(value);
  return (
    <>
      <Form label={t('teach.find')}>
        <TextInput
          label={t('teach.find')}
          hint={t('teach.find.hint')}
          value={wanted.value}
          onValue={(value) => {
            wanted.value = value;
          }}
        />
      </Form>
      <p role="status" class="govuk-body-s">
        {t('teach.found', { count: found.value.length })}
        {found.value.length > MOST_SHOWN && ` ${t('teach.more', { count: MOST_SHOWN })}`}
      </p>
      <ul class="govuk-list cp-teach__values">
        {found.value.slice(0, MOST_SHOWN).map((value) => {
          const said = saidOf(teaching.value?.said ?? [], value);
          const label = written(value);
          const isHidden = isMasked(value, masked.value);
          return (
            <li
              key={`${value.id} ${value.frame.join('.')} ${value.selector}`}
              class="cp-teach__value"
              onFocusIn={show(value)}
              onFocusOut={show(undefined)}
              onMouseEnter={show(value)}
              onMouseLeave={show(undefined)}
            >
              <span class="cp-teach__label">{label}</span>
              {isHidden ? (
                <Tag colour="grey">{t('teach.masked')}</Tag>
              ) : (
                <>
                  <span class="cp-teach__text" dir="auto">
                    {value.text === '' ? t('teach.box.empty') : short(value.text)}
                  </span>
                  {said && <Tag>{writtenAs(said.as)}</Tag>}
                  <Button
                    kind="link"
                    about={`${label}: ${value.text.slice(0, 60)}`}
                    onPress={() => {
                      told.value = undefined;
                      change({ picked: [value] });
                    }}
                  >
                    {t(said ? 'teach.said.change' : 'teach.what')}
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

export function written({ label, owner, before }: TeachValue): string {
  if (label === '' && before !== undefined) return t('teach.box.after', { before: short(before) });
  const words = label === '' ? t('teach.box') : label;
  const last = owner.at(-1);
  return last === undefined ? words : t('teach.under', { label: words, owner: last });
}

/** Values with every word somewhere in the label, the headings or the value. */
function matching(values: readonly TeachValue[], wanted: string): readonly TeachValue[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return values.filter((value) => {
    const all = [written(value), ...value.owner, value.text].join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

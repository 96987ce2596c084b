import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { Route } from '../../../app/route.js';
import { Form } from '../../../components/form.js';
import { TextInput } from '../../../components/text-input.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { useOverview } from '../overview/use-overview.js';
import { ActLink } from './act-link.js';
import { actsMatching, groupedActs, type MenuAct } from './grouped-acts.js';

export interface ActMenuProps {
  page: SubjectPage;
  onGo: (to: Route) => void;
  onClose: () => void;
}

/**
 * Every act on the person, in groups, found by a letter or two. Enter does the first that is found and possible; the
 * arrow keys move among them, and Escape closes the list.
 */
export function ActMenu({ page, onGo, onClose }: ActMenuProps) {
  const nameOf = useNameApart();
  const app = useApp();
  const typed = useSignal('');
  const root = useRef<HTMLElement>(null);
  const id = useId();
  const overview = useOverview(page);
  const { subject } = page;
  const found = actsMatching(groupedActs(app, page, overview?.due ?? []), typed.value);
  const acts = found.flatMap((each) => each.acts);
  useLayoutEffect(() => root.current?.querySelector('input')?.focus(), []);
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const stops = [...(root.current?.querySelectorAll<HTMLElement>('input, li button') ?? [])];
    const here = stops.findIndex((stop) => stop.matches(':focus'));
    stops[Math.min(stops.length - 1, Math.max(0, here + step))]?.focus();
  };
  const does = ({ to, isApart }: MenuAct): void => {
    if (!isApart) {
      onGo(to(subject.id));
      return;
    }
    app.openInNewWindow?.(to(subject.id));
    onClose();
  };
  const doFirst = (): void => {
    const first = typed.value.trim() === '' ? undefined : acts.find((act) => !act.whyNot);
    if (first) does(first);
  };
  return (
    <section
      ref={root}
      class="cp-acts-menu"
      aria-label={t('acts.all', { name: nameOf(subject) })}
      onKeyDown={move}
    >
      <Form onSubmit={doFirst}>
        <TextInput
          label={t('acts.find')}
          hint={t('acts.find.hint')}
          value={typed.value}
          onValue={(value) => {
            typed.value = value;
          }}
        />
      </Form>
      <p role="status" class="govuk-visually-hidden">
        {acts.length === 0 ? '' : t('acts.count', { count: acts.length })}
      </p>
      {acts.length === 0 && <p class="govuk-body">{t('acts.none')}</p>}
      <div class="cp-acts-menu__groups">
        {found.map(({ group, acts: own }) => (
          <div key={group} class="cp-acts-menu__group">
            <p class="cp-acts-menu__head" id={`${id}-${group}`}>
              {t(`acts.group.${group}`)}
            </p>
            <ul class="cp-acts-menu__list" aria-labelledby={`${id}-${group}`}>
              {own.map((act) => (
                <li key={act.id}>
                  <ActLink act={act} onAct={() => does(act)} onGo={onGo} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

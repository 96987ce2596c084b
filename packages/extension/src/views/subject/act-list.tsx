import { useApp } from '../../app/app.js';
import type { Route } from '../../app/route.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { t } from '../../locales/late.js';
import type { SubjectPage } from '../case/subject-page.js';
import { type PageAct, pageActs } from './acts.js';

export interface ActListProps {
  page: SubjectPage;
  onGo: (to: Route) => void;
}

/** Possible acts: buttons for daily ones, and under them the rest on one line. */
export function ActList({ page, onGo }: ActListProps) {
  const possible = pageActs(useApp(), page);
  const button = ({ id, as, label, to }: PageAct) => (
    <Button key={id} kind={as} onPress={() => onGo(to(page.subject.id))}>
      {t(label)}
    </Button>
  );
  const links = possible.filter(({ as }) => as === 'link');
  return (
    <>
      <ButtonGroup>{possible.filter(({ as }) => as !== 'link').map(button)}</ButtonGroup>
      {links.length > 0 && (
        <ul class="cp-subject__acts">
          {links.map((act) => (
            <li key={act.id}>{button(act)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

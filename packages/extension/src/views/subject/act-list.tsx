import type { Route } from '../../app/router.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { t } from '../../locales/late.js';
import type { SubjectAct, SubjectPage } from '../case/subject-page.js';
import { SUBJECT_ACTS } from './acts.js';

export interface ActListProps {
  page: SubjectPage;
  onGo: (to: Route) => void;
}

/** Possible acts: buttons for daily ones, and under them the rest on one line. */
export function ActList({ page, onGo }: ActListProps) {
  const possible = SUBJECT_ACTS.flatMap((act) => {
    const to = act.to(page);
    return to ? [{ act, to }] : [];
  });
  const button = ({ id, as, label }: SubjectAct, to: Route) => (
    <Button key={id} kind={as} onPress={() => onGo(to)}>
      {t(label)}
    </Button>
  );
  const links = possible.filter(({ act }) => act.as === 'link');
  return (
    <>
      <ButtonGroup>
        {possible.filter(({ act }) => act.as !== 'link').map(({ act, to }) => button(act, to))}
      </ButtonGroup>
      {links.length > 0 && (
        <ul class="cp-subject__acts">
          {links.map(({ act, to }) => (
            <li key={act.id}>{button(act, to)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

import type { Route } from '../../../app/route.js';
import { Button } from '../../../components/button.js';
import type { MenuAct } from './grouped-acts.js';

export interface ActLinkProps {
  act: MenuAct;
  onAct: () => void;
  /** Goes to the screen of what has to be done first. */
  onGo: (to: Route) => void;
}

/** One act: a button; or, while it is impossible, its words with what has to be done first. */
export function ActLink({ act: { words, whyNot }, onAct, onGo }: ActLinkProps) {
  if (!whyNot)
    return (
      <button type="button" class="cp-act" onClick={onAct}>
        {words}
      </button>
    );
  const { first } = whyNot;
  return (
    <div class="cp-act cp-act--not">
      <span>{words}</span>
      <span class="cp-act__why">
        {whyNot.words}{' '}
        {first && (
          <Button kind="link" onPress={() => onGo(first.to)}>
            {first.words}
          </Button>
        )}
      </span>
    </div>
  );
}

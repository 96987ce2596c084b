import { useApp } from '../app/app.js';
import type { Route } from '../app/route.js';
import { t } from '../locales/late.js';
import { Button } from './button.js';

/** Leads to what an earlier press saved; renders nothing if no screen shows it. */
export function KeptLink({ to }: { to: Route | undefined }) {
  const { router } = useApp();
  if (!to) return null;
  return (
    <Button kind="link" onPress={() => router.go(to)}>
      {t('save.open-kept')}
    </Button>
  );
}

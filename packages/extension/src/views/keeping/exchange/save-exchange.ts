/** Hands an exchange file to the officer: its name says the day and the device, and nothing of whom it is about. */
import type { Services } from '../../../ports/services.js';

export function saveExchange(
  { today, download }: Pick<Services, 'today' | 'download'>,
  made: { readonly device: string; readonly content: Uint8Array },
): void {
  download(
    `exchange-${today()}-${made.device}.cpexchange`,
    'application/octet-stream',
    made.content,
  );
}

/**
 * Saves an exchange file for the officer. Its name gives the day and the device, and nothing about the people in it.
 */
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

/** Backups and exchange files from a page's side; their code is loaded with the first file, since few pages handle one. */
import type { BackupService, ExchangeService } from '../../ports/services.js';
import type { Line } from './line.js';

interface FileServices {
  readonly backup: BackupService;
  readonly exchange: ExchangeService;
}

export function lateFiles(line: Line): FileServices {
  const late =
    <A extends readonly unknown[], R>(
      act: (services: FileServices) => (...input: A) => Promise<R>,
    ) =>
    async (...input: A): Promise<R> => {
      const { clientBackup, clientExchange } = await import('./client-backup.js');
      return act({ backup: clientBackup(line), exchange: clientExchange(line) })(...input);
    };
  return {
    backup: {
      last: late(({ backup }) => backup.last),
      make: late(({ backup }) => backup.make),
      drill: late(({ backup }) => backup.drill),
      restore: late(({ backup }) => backup.restore),
      moveHere: late(({ backup }) => backup.moveHere),
      disposalList: late(({ backup }) => backup.disposalList),
    },
    exchange: {
      readCard: late(({ exchange }) => exchange.readCard),
      make: late(({ exchange }) => exchange.make),
      look: late(({ exchange }) => exchange.look),
      takeIn: late(({ exchange }) => exchange.takeIn),
    },
  };
}

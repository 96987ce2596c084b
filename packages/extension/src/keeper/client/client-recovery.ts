/** The actions on damage that a page may take through the keeper. */
import type { CopyPlace } from '../../ports/sealed-copy.js';
import type { RecoveryService } from '../../ports/services.js';
import { joinBytes, utf8 } from '../../vault/bytes.js';
import type { Line } from './line.js';

export function clientRecovery(line: Line): RecoveryService {
  return {
    tryAgain: () => line.ask('try-again', []),
    recover: (kind, secret) => line.ask('recover', [kind, secret]),
    async sealedCopy(kind) {
      const pieces: Uint8Array[] = [];
      for (let place: CopyPlace | undefined = { part: 0, at: 0 }; place !== undefined; ) {
        const piece: { text: string; next?: CopyPlace } = await line.ask('sealed-copy', [
          kind,
          place,
        ]);
        pieces.push(utf8(piece.text));
        place = piece.next;
      }
      return joinBytes(pieces);
    },
    startFresh: (kind) => line.ask('start-fresh', [kind]),
    setAsideEntries: () => line.ask('set-aside', []),
    forgetSetAside: () => line.ask('forget-set-aside', []),
    vaultsAside: () => line.ask('vaults-aside', []),
  };
}

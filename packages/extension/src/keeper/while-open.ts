/** Runs what a request asks for with the open vault. */
import { PreventError } from '@cyber-prevent/core';

/**
 * Work cut short by a lock is reported as locked, so that the page keeps it and tries again.
 *
 * @param session - gives the open session; undefined while locked
 */
export function whileOpen<S>(
  session: () => S | undefined,
): <T>(use: (open: S) => Promise<T>) => Promise<T> {
  return async (use) => {
    const open = session();
    if (open === undefined) throw locked();
    try {
      return await use(open);
    } catch (error) {
      if (error instanceof PreventError && error.code === 'CP_STORE_CLOSED' && !session())
        throw locked();
      throw error;
    }
  };
}

function locked(): PreventError {
  return new PreventError(
    'CP_STORE_LOCKED',
    'The vault is locked. Unlock it and save again: what you typed is still here.',
  );
}

import { failed, passed } from '../../shared/issue.js';
import { tidyLine } from './read-text.js';
import type { Reader } from './reader-type.js';

const ADDRESS = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(\.[^\s@<>()[\],;:"\\.]+)+$/;

/** An email address as written, also taken out of `Name <address>`; only the domain is put in lower case. */
export const readEmail: Reader = (text) => {
  const tidy = tidyLine(text);
  const bare = (/<([^<>]*)>$/.exec(tidy)?.[1] ?? tidy).replace(/^mailto:/i, '').trim();
  if (!ADDRESS.test(bare))
    return failed({
      code: 'email-unreadable',
      message: 'This does not read as an email address. Check it, or take it as it is.',
      severity: 'warning',
    });
  const at = bare.lastIndexOf('@');
  return passed({ value: bare.slice(0, at) + bare.slice(at).toLowerCase() });
};

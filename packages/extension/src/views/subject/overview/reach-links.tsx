import { useSignal } from '@preact/signals';
import { writtenPhone } from '../../../components/written-phone.js';
import { t } from '../../../locales/late.js';
import { browserClip } from '../../act/clip.js';
import { useMayCopy } from '../../act/policy/use-may-copy.js';
import { mailAddress, telephoneAddress } from './reach-address.js';

const clip = browserClip();

export interface ReachLinksProps {
  /** Name of their owner, for screen readers. */
  name: string;
  phones: readonly string[];
  emails: readonly string[];
  /** Numbers and addresses that their conditions keep from being used. */
  barred: readonly string[];
}

/**
 * Telephone numbers and email addresses: pressed, the computer’s own telephone or mail program opens with them; copied,
 * they are on the clipboard for a minute. Text that is neither a number nor an address stays text.
 */
export function ReachLinks({ name, phones, emails, barred }: ReachLinksProps) {
  const said = useSignal('');
  const mayCopy = useMayCopy(clip).value;
  const copy = (what: string) => async (): Promise<void> => {
    const isThere = await clip.copy(what);
    said.value = isThere ? t('overview.people.copied', { what }) : t('overview.people.not-copied');
  };
  const lines = [
    ...phones.map((phone) => ({
      words: writtenPhone(phone),
      isBarred: barred.includes(phone),
      href: telephoneAddress(phone),
      label: t('overview.people.call', { name, phone: writtenPhone(phone) }),
    })),
    ...emails.map((email) => ({
      words: email,
      isBarred: barred.includes(email),
      href: mailAddress(email),
      label: t('overview.people.write', { name, email }),
    })),
  ];
  if (lines.length === 0) return null;
  return (
    <>
      <ul class="cp-reach">
        {lines.map(({ words, href, label, isBarred }, nth) => (
          <li key={`${words} ${nth}`}>
            {href === undefined || isBarred ? (
              <span>{words}</span>
            ) : (
              <a class="govuk-link" href={href} rel="noreferrer" aria-label={label}>
                {words}
              </a>
            )}
            {isBarred && <span class="cp-quiet">{t('handling.contact')}</span>}
            {mayCopy && !isBarred && (
              <button
                type="button"
                class="cp-reach__copy"
                aria-label={t('overview.people.copy', { what: words, name })}
                onClick={() => void copy(words)()}
              >
                <svg class="cp-ico" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                  <rect x="5.5" y="5.5" width="8" height="8.5" />
                  <path d="M10.5 5.5V2.5h-8V11h3" />
                </svg>
              </button>
            )}
          </li>
        ))}
      </ul>
      <p role="status" class="cp-reach__said">
        {said.value}
      </p>
    </>
  );
}

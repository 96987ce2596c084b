/** A policy as a configuration profile for macOS. */
import { createHash } from 'node:crypto';

/**
 * @param name - shown to whoever looks at the profile
 * @param domain - of the preferences, for this policy alone
 */
export function appleProfile(name, domain, policy) {
  const payload = (type, identifier) => ({
    PayloadType: type,
    PayloadVersion: 1,
    PayloadIdentifier: identifier,
    PayloadUUID: uuid(identifier),
    PayloadDisplayName: name,
  });
  const profile = {
    ...payload('Configuration', `${domain}.profile`),
    PayloadScope: 'System',
    PayloadContent: [{ ...payload(domain, domain), ...policy }],
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${element(profile)}
</plist>
`;
}

function element(value) {
  if (value === true) return '<true/>';
  if (value === false) return '<false/>';
  if (typeof value === 'number') return `<integer>${value}</integer>`;
  if (typeof value === 'string') return `<string>${escapeXml(value)}</string>`;
  if (Array.isArray(value)) return `<array>\n${value.map(element).join('\n')}\n</array>`;
  const members = Object.entries(value).map(
    ([key, member]) => `<key>${escapeXml(key)}</key>\n${element(member)}`,
  );
  return `<dict>\n${members.join('\n')}\n</dict>`;
}

export function escapeXml(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The same for the same name, so that a later profile takes the place of an earlier one. */
function uuid(name) {
  const hex = createHash('sha256').update(name).digest('hex').toUpperCase();
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

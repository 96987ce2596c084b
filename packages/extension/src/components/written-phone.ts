/** A telephone number of the United Kingdom as it is dialled there: “07700 900417” for “+447700900417”. */

const BRITISH = /^\+44([127]\d{8,9})$/;

/** Any other text stays as it is. */
export function writtenPhone(text: string): string {
  const [, digits] = BRITISH.exec(text) ?? [];
  if (digits === undefined) return text;
  const dialled = `0${digits}`;
  if (/^02/.test(dialled)) return parted(dialled, 3, 7);
  return /^01(?:1|.1)/.test(dialled) ? parted(dialled, 4, 7) : parted(dialled, 5);
}

function parted(text: string, ...places: readonly number[]): string {
  return [0, ...places].map((from, nth) => text.slice(from, places[nth])).join(' ');
}

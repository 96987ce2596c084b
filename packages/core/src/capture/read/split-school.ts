/** A school, often with the course next to it: `Mythering College, Level 3 IT`, `Mythering High (Year 10)`. */
import type { ValuePart } from './separate.js';

const STUDY =
  /^(?:(?:current(?:ly)?|in) )?(?:(?:year|yr|y) ?\d{1,2}|level \d|(?:\d(?:st|nd|rd|th)|first|second|third|final) year|gcses?|a[- ]levels?|t[- ]levels?|btec|hnd|hnc|bsc|apprentice(?:ship)?|sixth form student|form \d)\b/i;
const PIECES = /\s*[,;|]\s*|\s+[-–—]\s+|\s*[()]\s*/;

/** The school, and the course separately; the whole text if it gives only one of them. */
export function splitSchool(raw: string): readonly ValuePart[] {
  const pieces = raw.split(PIECES).filter((piece) => piece !== '');
  const isStudy = pieces.map((piece) => STUDY.test(piece));
  const first = isStudy.indexOf(true);
  const whole: readonly ValuePart[] = [{ path: 'subject.school', raw }];
  if (first < 0 || raw.includes('\n')) return whole;
  if (first === 0) {
    const rest = after(raw, pieces[0] ?? '');
    const isOne = pieces.length === 2 && !isStudy[1];
    return isOne
      ? [
          { path: 'subject.school', raw: rest },
          { path: undefined, raw: pieces[0] ?? '' },
        ]
      : whole;
  }
  const at = raw.indexOf(pieces[first] ?? '');
  const school = raw.slice(0, at).replace(/[\s,;|(–—-]+$/, '');
  return [
    { path: 'subject.school', raw: school },
    { path: undefined, raw: raw.slice(at).replace(/\)$/, '') },
  ];
}

function after(raw: string, piece: string): string {
  return raw.slice(raw.indexOf(piece) + piece.length).replace(/^[\s,;|()–—-]+|[\s)]+$/g, '');
}

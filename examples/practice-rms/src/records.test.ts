import { describe, expect, it } from 'vitest';
import { practiceRecords } from './records.ts';

const everything = JSON.stringify(practiceRecords);

describe('the practice records', () => {
  it('are at least six, each with an id and a reference of its own', () => {
    expect(practiceRecords.length).toBeGreaterThanOrEqual(6);
    expect(new Set(practiceRecords.map((record) => record.id)).size).toBe(practiceRecords.length);
    expect(new Set(practiceRecords.map((record) => record.reference)).size).toBe(
      practiceRecords.length,
    );
  });

  it('have telephone numbers only from the ranges kept for drama', () => {
    const phones = practiceRecords.flatMap(({ subject, referrer, parent }) => [
      ...subject.phones,
      referrer.phone,
      parent?.phone ?? '',
    ]);
    for (const phone of phones.filter((each) => each !== '')) {
      const digits = phone
        .replace(/ext.*$/, '')
        .replace(/^\+44/, '0')
        .replace(/\D/g, '');
      expect(digits, phone).toMatch(/^(07700900\d{3}|01632960\d{3}|02079460\d{3})$/);
    }
  });

  it('have email addresses only at the domains kept for examples', () => {
    const domains = [...everything.matchAll(/[\w.-]+@([\w.-]+\.\w+)/g)].map((found) => found[1]);
    expect(domains.length).toBeGreaterThan(10);
    for (const domain of domains) expect(domain).toMatch(/^example\.(org|com|net)$/);
  });

  it('have postcodes that belong to no address', () => {
    for (const { subject } of practiceRecords)
      expect(subject.postcode).toMatch(/^(ZZ99 \d[A-Z]{2})?$/);
  });

  it('hold the difficult cases', () => {
    const subjects = practiceRecords.map((record) => record.subject);
    expect(subjects.some((subject) => /’.*-/.test(subject.familyName))).toBe(true);
    expect(subjects.some((subject) => /[^\u0020-\u007E’]/.test(subject.familyName))).toBe(true);
    expect(subjects.some((subject) => subject.bornOn === null)).toBe(true);
    expect(subjects.some((subject) => subject.phones.length === 2)).toBe(true);
    expect(subjects.some((subject) => subject.onlineIdentifiers.length === 5)).toBe(true);
    expect(subjects.some((subject) => (subject.bornOn ?? '2') < '2000')).toBe(true);
  });
});

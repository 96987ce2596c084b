import { openConcerns } from '@cyber-prevent/core';
import type { SubjectPage } from '../../case/subject-page.js';
import { ConcernStrip } from './concern-strip.js';

/** The open concerns about the person, the gravest first: above everything else on the overview. */
export function OpenConcerns({ page }: { page: SubjectPage }) {
  return (
    <>
      {openConcerns(page.all('safeguardingConcern')).map((concern) => (
        <ConcernStrip key={concern.id} concern={concern} />
      ))}
    </>
  );
}

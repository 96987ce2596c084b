import type { SubjectPage } from '../../case/subject-page.js';
import { ConditionsPart } from './conditions-part.js';
import { ContactPart } from './contact-part.js';
import { CoursePart } from './course-part.js';
import { DuePart } from './due-part.js';
import { MindPart } from './mind-part.js';
import { PeoplePart } from './people-part.js';
import { PlanPart } from './plan-part.js';
import { useOverview } from './use-overview.js';
import { WhyPart } from './why-part.js';

/** Everything that an officer needs before a call or a visit, on one screen: what is due first. */
export function OverviewSection({ page }: { page: SubjectPage }) {
  const overview = useOverview(page);
  if (!overview) return null;
  return (
    <div class="cp-overview">
      <div>
        <div class="cp-overview__pair">
          <DuePart overview={overview} page={page} />
          <PlanPart overview={overview} page={page} />
        </div>
        <ContactPart overview={overview} page={page} />
        <WhyPart overview={overview} page={page} />
        <CoursePart overview={overview} page={page} />
      </div>
      <div>
        <MindPart overview={overview} page={page} />
        <PeoplePart overview={overview} page={page} />
        <ConditionsPart overview={overview} />
      </div>
    </div>
  );
}

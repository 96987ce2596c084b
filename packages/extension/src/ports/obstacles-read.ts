import type { ActObstacle, GuardedAct, RecordId } from '@cyber-prevent/core';

/** The obstacle to each act on a person; an act that can be done is not named. */
export interface ObstaclesRead {
  readonly subject: RecordId;
  readonly before: { readonly [A in GuardedAct]?: ActObstacle };
}

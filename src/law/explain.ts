import type { Deadline, Standing } from './standing.ts';

/** Why a deadline falls on its day, one line a step. */
export function explainDeadline(deadline: Deadline): string {
  return deadline.steps.map((step) => step.says).join('\n');
}

/** A whole standing in words, for a terminal. */
export function explainStanding(standing: Standing): string {
  return standing.deadlines.map(explainDeadline).join('\n\n');
}

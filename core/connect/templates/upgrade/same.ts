import type { WorkflowNodes } from '../../versions';
import { draftDifferences } from '../../versions';

/** Whether two versions of a workflow do the same: where a node stands, and what a note says, changes nothing. */
export const sameRun = (one: WorkflowNodes, other: WorkflowNodes): boolean =>
	draftDifferences(one, other, () => null).length === 0;

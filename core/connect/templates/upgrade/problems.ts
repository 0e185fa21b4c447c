import type { IssueCode, IssueParams } from '../../../issues';

/** Why a workflow can't be upgraded as it is, or what an upgrade would leave behind. */

/** What becomes of what has no place in the new template. */
export const UNMERGED = ['refuse', 'keepUnconnected', 'leaveOut'] as const;
export type Unmerged = (typeof UNMERGED)[number];

export interface UpgradeProblem {
	code: IssueCode;
	params: IssueParams;
	/** Name of the node in the stored workflow. */
	node: string;
	/** True where a person may say that it can be left behind. */
	optional: boolean;
}

/** What an upgrade does, by kind; the nodes or settings that it is about. */
export interface UpgradeChange {
	kind:
		| 'gone'
		| 'added'
		| 'kept'
		| 'keptOver'
		| 'keptNode'
		| 'renamed'
		| 'unconnected'
		| 'leftOut'
		| 'schedule'
		| 'form'
		| 'errorWorkflow'
		| 'errorsOfOthers';
	names: string[];
}

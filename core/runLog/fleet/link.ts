import type { FleetIntegration } from './facts';
import type { FleetReason, NextStep } from './reason';

/** Where the next step of a reason is taken, as an address of this n8n. */

const of = (
	integration: FleetIntegration,
	step: NextStep,
	{ run, detail }: FleetReason,
): string => {
	const { workflow_url: workflow } = integration;
	const execution = run === null || workflow === '' ? workflow : `${workflow}/executions/${run}`;
	switch (step) {
		case 'decide':
		case 'execution':
			return execution;
		case 'invite':
			return integration.invite_url;
		case 'credential':
			return workflow.replace(/\/workflow\/[^/]*$/, `/home/credentials/${detail}`);
		case 'upgrade':
			return integration.upgrade_url;
		case 'workflow':
			return workflow;
	}
};

/** Of a page: what comes from a workflow must not become a link that runs something. */
export const isAddress = (link: string): boolean => /^https?:\/\//.test(link);

/**
 * The link for messages and what is kept of them: never the one that decides, which would outlive the plan.
 * Null where nothing but the run log is known. Without a page of its own, a step begins in the workflow.
 */
export function stepLink(reason: FleetReason, integration: FleetIntegration | null): string | null {
	if (integration === null) return null;
	const link = of(integration, reason.step, reason) || integration.workflow_url;
	return isAddress(link) ? link : null;
}

/** The step that the link of `stepLink` leads to, for its words. */
export const stepTaken = ({ step }: FleetReason, integration: FleetIntegration): NextStep =>
	(step === 'invite' && integration.invite_url === '') ||
	(step === 'upgrade' && integration.upgrade_url === '')
		? 'workflow'
		: step;

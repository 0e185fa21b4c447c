import type { IExecuteFunctions } from 'n8n-workflow';
import { readDeciding } from '../../nodes/AlleoDiff/deciding';
import { casesOf } from '../support/caseModel.mts';
import type { Case } from '../support/caseModel.mts';
import { expectOutcome } from '../support/caseExpect.mts';
import { runCase } from '../support/caseRun.mts';

/**
 * Inputs from real life with the outcome that is right: `ok.json` is to stay as it is, `shown.json` is
 * what once went wrong, `siblings.json` are others of the same kinds.
 */

/** The date that Diff takes for today, at an instant and in the zone of a workflow. */
function today({ at, zone }: NonNullable<Case['clock']>): unknown {
	jest.useFakeTimers({ now: new Date(at) });
	try {
		const context = {
			getNodeParameter: (name: string, _item: number, preset: unknown) =>
				name === 'companyId' ? '41' : preset,
			getTimezone: () => zone,
			getNode: () => ({ name: 'x', parameters: {} }),
		} as unknown as IExecuteFunctions;
		const read = readDeciding(context, {});
		return read.ok ? read.value.referenceDate : read.problem;
	} finally {
		jest.useRealTimers();
	}
}

const named = (list: readonly Case[]): Array<[string, Case]> =>
	list.map((given) => [`${given.kind}: ${given.id}`, given]);

describe.each(['shown.json', 'ok.json', 'siblings.json'])('%s', (file) => {
	test.each(named(casesOf(file)))('%s', async (_name, given) => {
		if (given.clock !== undefined) expect(today(given.clock)).toBe(given.expect.referenceDate);
		expectOutcome(given, await runCase(given));
	});
});

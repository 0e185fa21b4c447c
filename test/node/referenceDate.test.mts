import type { IExecuteFunctions, INodeProperties, INodeType } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { Afas } from '../../nodes/Afas/Afas.node';
import { rowInForce } from '../../nodes/Afas/operations/employee/getAll.description';
import { asked } from '../../nodes/Afas/operations/payroll/getAll.description';
import { Alleo } from '../../nodes/Alleo/Alleo.node';
import { day as fileDay } from '../../nodes/Alleo/resources/file/fields';
import { AlleoDiff } from '../../nodes/AlleoDiff/AlleoDiff.node';
import { readDeciding } from '../../nodes/AlleoDiff/deciding';
import { AlleoExplain } from '../../nodes/AlleoExplain/AlleoExplain.node';
import { readSettings as explainSettings } from '../../nodes/AlleoExplain/settings';
import { EmployeeNormalize } from '../../nodes/EmployeeNormalize/EmployeeNormalize.node';
import { readSettings as normalizeSettings } from '../../nodes/EmployeeNormalize/parameters';
import { Nmbrs } from '../../nodes/Nmbrs/Nmbrs.node';
import { day as nmbrsDay } from '../../nodes/Nmbrs/operations/descriptions/partitions';
import { civilToday } from '../../nodes/shared/clock';
import { SyncRunLog } from '../../nodes/SyncRunLog/SyncRunLog.node';
import { buildItems } from '../../nodes/SyncRunLog/build';

/** The template's Settings give one date to every node, so every node must read it the same way. */

const ZONE = 'Pacific/Kiritimati';

/** A node whose parameters are the given ones, else the defaults of the panel. */
const contextOf = (given: unknown): IExecuteFunctions => {
	const parameters: Record<string, unknown> = {
		companyId: '1',
		stage: 'start',
		referenceDate: given,
	};
	return {
		getNodeParameter: (name: string, _item: number, preset: unknown) =>
			name in parameters ? parameters[name] : preset,
		getTimezone: () => ZONE,
		getNode: () => ({ name: 'x', parameters: {} }),
		getWorkflow: () => ({ id: 'w' }),
		getExecutionId: () => '1',
		getInputData: () => [],
	} as unknown as IExecuteFunctions;
};

const dateOf = (read: { ok: boolean; value?: unknown; problem?: unknown }): unknown =>
	read.ok ? read.value : read.problem;

/** The date that each reader makes of it, or the problem. */
const READERS: Record<string, (context: IExecuteFunctions) => unknown> = {
	'NMBRS, every operation': (context) => dateOf(nmbrsDay.read(context)),
	'AFAS, employees': (context) => dateOf(rowInForce.read(context)),
	'AFAS, payroll': (context) => dateOf(asked.referenceDate.read(context)),
	'Employee Normalize': (context) => {
		const read = normalizeSettings(context);
		return read.ok ? read.value.options.referenceDate : read.problem;
	},
	'Alleo Diff': (context) => {
		const read = readDeciding(context, {});
		return read.ok ? read.value.referenceDate : read.problem;
	},
	'Alleo Explain': (context) => {
		const read = explainSettings(context);
		return read.ok ? read.value.referenceDate : read.problem;
	},
	'Alleo, file': (context) => dateOf(fileDay.read(context)),
	'Sync Run Log': (context) => {
		try {
			return buildItems(context)[0]?.['reference_date'];
		} catch (error) {
			return { code: (error as { context: { issue: unknown } }).context.issue };
		}
	},
};

const DAY = '2026-11-24';

describe.each(Object.entries(READERS))('%s', (_name, read) => {
	test.each([
		['ISO', DAY],
		['ISO with spaces around it', ` ${DAY} `],
		['a date-time at midnight', `${DAY}T00:00:00`],
		['a date-time with a zone keeps its day', `${DAY}T23:30:00.000-11:00`],
		['a DateTime of an expression', DateTime.fromISO(DAY, { zone: 'America/New_York' })],
		['what a date field of n8n gives', `${DAY}T00:00:00`],
		['an instant, at whatever time', `${DAY}T22:59:59.999Z`],
	])('%s', (_spelling, given) => {
		expect(read(contextOf(given))).toBe(DAY);
	});

	test.each([[''], ['  '], [null], [undefined]])('%p is today where the workflow is', (given) => {
		const before = civilToday(ZONE);
		expect([before, civilToday(ZONE)]).toContain(read(contextOf(given)));
	});

	test.each([
		['a number', 20261124],
		['a number of days', 46350],
		['a JavaScript date, whose day depends on the zone', new Date(`${DAY}T00:00:00Z`)],
		['a DateTime that is none', DateTime.invalid('x')],
		['a day that does not exist', '2026-02-30'],
		['Dutch', '24-11-2026'],
		['Dutch with slashes', '24/11/2026'],
		['American', '11/24/2026'],
		['one digit', '2026-1-2'],
		['without hyphens', '20261124'],
		['a time that does not exist', `${DAY}T24:61:00`],
		['two days', `${DAY}/2026-11-25`],
		['a date with something behind it', `${DAY} or so`],
		['words', 'tomorrow'],
		['an object', {}],
		['a list', [DAY]],
		['yes', true],
	])('%s is refused', (_what, given) => {
		expect(read(contextOf(given))).toMatchObject({ code: 'SETTING_INVALID' });
	});
});

test('no node has a reference date beside these, and all ask for it by one name', () => {
	const nodes: INodeType[] = [
		new Afas(),
		new Alleo(),
		new AlleoDiff(),
		new AlleoExplain(),
		new EmployeeNormalize(),
		new Nmbrs(),
		new SyncRunLog(),
	];
	const fields = nodes
		.flatMap(({ description }): INodeProperties[] => description.properties)
		.filter(({ name }) => name === 'referenceDate');
	expect(fields).toHaveLength(Object.keys(READERS).length);
	for (const { displayName, type, default: preset } of fields) {
		expect([displayName, type, preset]).toEqual(['Reference Date', 'string', '']);
	}
});

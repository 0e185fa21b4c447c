import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { resolveCarried } from '../../core/issues';
import { comparePeople, withAnsweredColumns } from '../../core/normalize';
import type { NormalizeInput, NormalizedPeople } from '../../core/normalize';
import { done } from '../../core/model/result';
import type { Result } from '../../core/model/result';
import { indexAccounts } from '../../core/plan/accounts';
import type { Accounts } from '../../core/plan/accounts';
import { previewPeople } from '../../core/plan/preview';
import { readAccounts } from '../../core/plan/read';
import { answersGiven } from '../shared/answers';
import { carriedHint, hint } from '../shared/outcome';
import { evaluator } from './evaluate';
import type { NormalizeSettings } from './parameters';
import { readPublished } from './published';

/** Output 3: what the mapping makes of everybody, for the eyes of a person. */

export const inputOf = (
	context: IExecuteFunctions,
	records: readonly IDataObject[],
	{ mapping, transforms, accessField, options }: NormalizeSettings,
): NormalizeInput =>
	withAnsweredColumns({
		records,
		mapping,
		transforms,
		accessField,
		options,
		evaluate: evaluator(context),
		answers: answersGiven(context),
	});

interface Normalizing {
	input: NormalizeInput;
	people: NormalizedPeople;
	settings: NormalizeSettings;
}

/** Alleo's accounts; null where they were not given, or are something else. */
function accountsOf(context: IExecuteFunctions, given: unknown[] | null): Accounts | null {
	if (given === null) return null;
	const read = readAccounts(given);
	const indexed = read.ok ? indexAccounts(read.value, null) : null;
	if (indexed?.ok === true) return indexed.value;
	hint(context, 'PREVIEW_ACCOUNTS_UNREADABLE');
	return null;
}

/** A comparison that cannot be made is said in a line of its own; the people have gone on. */
const notCompared = (
	context: IExecuteFunctions,
	problem: Parameters<typeof carriedHint>[1],
): IDataObject[] => {
	carriedHint(context, problem);
	const { message, action } = resolveCarried(problem);
	return [{ field: 'Comparison', alleo_field: 'setting', problem: `${message} ${action}` }];
};

async function comparedLines(
	context: IExecuteFunctions,
	{ input, people, settings: own }: Normalizing,
): Promise<Result<IDataObject[]>> {
	const published = await readPublished(context);
	if (!published.ok) return published;
	const { settings: before, notCompared: settings } = published.value;
	const records = context.getInputData().map(({ json }) => json);
	const compared = comparePeople(input, inputOf(context, records, before), settings);
	if (!compared.ok) {
		const { code, params } = compared.problem;
		return { ok: false, problem: { code, params, detail: '' } };
	}
	const { items, before: was } = compared.value;
	const { most, routing } = own.preview;
	const lines = previewPeople({
		people: people.employees,
		sources: people.sources,
		accounts: null,
		before: was,
		routing,
		answers: answersGiven(context),
		most,
	});
	const named = new Map(lines.map((line) => [line.alleo_field, line]));
	return done(
		items.map((item): IDataObject => {
			const line = named.get(item.alleo_field);
			const all: IDataObject = { ...item, examples: item.examples.map((one) => ({ ...one })) };
			if (line === undefined) return all;
			const { filled, held, unknown, changed, examples } = line;
			return { ...all, filled, held, unknown, changed, named: examples };
		}),
	);
}

/** Only a run by hand compares: left on, the mode costs a daily run nothing and stops nobody. */
export async function previewLines(
	context: IExecuteFunctions,
	normalizing: Normalizing,
): Promise<IDataObject[]> {
	const { people, settings } = normalizing;
	if (settings.mode === 'preview') hint(context, 'PREVIEW_MODE_OLD', {}, 'info');
	let first: IDataObject[] = [];
	if (settings.mode === 'compare' && context.getMode() === 'manual') {
		const compared = await comparedLines(context, normalizing);
		if (compared.ok) return compared.value;
		first = notCompared(context, compared.problem);
	}
	const { most, accounts, routing, wired } = settings.preview;
	if (wired && accounts === null && context.getMode() === 'manual') {
		hint(context, 'PREVIEW_WITHOUT_ALLEO', {}, 'info');
	}
	const lines = previewPeople({
		people: people.employees,
		sources: people.sources,
		accounts: accountsOf(context, accounts),
		routing,
		answers: answersGiven(context),
		most,
	});
	return [...first, ...lines.map((line) => ({ ...line }))];
}

import type { IExecuteFunctions } from 'n8n-workflow';
import type { ExplainInput } from '../../core/explain';
import type { IssueParams } from '../../core/issues';
import { readDiffSettings } from '../AlleoDiff/readOptions';
import type { Refuse } from '../AlleoDiff/readOptions';
import { civilToday } from '../shared/clock';
import { asNodeError } from '../shared/outcome';

/** A setting that cannot be used; thrown inside this file only, and a value outside it. */
export class SettingProblem extends Error {
	constructor(readonly params: IssueParams) {
		super('EXPLAIN_SETTING_INVALID');
	}
}

export type Settings = Pick<
	ExplainInput,
	'question' | 'title' | 'language' | 'options' | 'referenceDate'
>;

const refuse: Refuse = (setting, problem) => {
	throw new SettingProblem({ setting, problem });
};

/** The question, and the settings that it shares with Alleo Diff. */
export function readSettings(context: IExecuteFunctions): Settings | SettingProblem {
	const text = (name: string): string => String(context.getNodeParameter(name, 0, '') ?? '');
	try {
		const { options, referenceDate } = readDiffSettings(context, [], refuse);
		return {
			question: text('person'),
			title: text('title').trim(),
			language: options.language,
			options,
			referenceDate: referenceDate === '' ? civilToday(context.getTimezone()) : referenceDate,
		};
	} catch (error) {
		if (error instanceof SettingProblem) return error;
		throw asNodeError(context.getNode(), error);
	}
}

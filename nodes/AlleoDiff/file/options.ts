import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { FilePlanOptions } from '../../../core/plan/file';
import { DEFAULT_FILE_LIMITS } from '../../../core/plan/file/guards';
import type { FileGuard } from '../../../core/plan/file/guards';
import { DEFAULT_FLEX_LIMITS } from '../../../core/payroll/options';
import type { FlexLimits } from '../../../core/payroll/options';
import type { Refuse } from '../readOptions';
import { FILE_GUARD_FIELDS, LIMIT_FIELDS } from './properties';

const SETTING = 'Plausibility';

function numberOf(given: IDataObject, key: string, preset: number, refuse: Refuse): number {
	const value = given[key];
	if (value === undefined) return preset;
	const number = Number(value);
	if (!Number.isFinite(number) || number < 0) refuse(SETTING, `${key} must be a number from 0`);
	return number;
}

function companyOf(value: unknown, refuse: Refuse): number | null {
	const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
	if (text === '') return null;
	if (!/^\d{1,15}$/.test(text)) refuse('Alleo Company ID', 'an Alleo company id is a whole number');
	return Number(text);
}

/** The settings of a plan for a file. */
export function readFileOptions(context: IExecuteFunctions, refuse: Refuse): FilePlanOptions {
	const read = (name: string, preset: unknown): unknown =>
		context.getNodeParameter(name, 0, preset);
	const given = read('plausibility', {}) as IDataObject;
	const plausibility: FlexLimits = { ...DEFAULT_FLEX_LIMITS };
	for (const name of Object.keys(LIMIT_FIELDS) as Array<keyof FlexLimits>) {
		plausibility[name] = numberOf(given, name, plausibility[name], refuse);
	}
	const limits = { ...DEFAULT_FILE_LIMITS };
	for (const guard of Object.keys(FILE_GUARD_FIELDS) as FileGuard[]) {
		const { key } = FILE_GUARD_FIELDS[guard];
		limits[guard] = {
			...limits[guard],
			percent: numberOf(given, key, limits[guard].percent, refuse),
		};
	}
	const approval = read('approval', 'always');
	if (approval !== 'always' && approval !== 'whenGuardTrips') {
		refuse('Approval', 'choose Always or When a Guard Trips');
	}
	return {
		companyId: companyOf(read('companyId', ''), refuse),
		approval: approval === 'whenGuardTrips' ? 'whenGuardTrips' : 'always',
		plausibility,
		limits,
		reviewed: String(read('reviewed', '') ?? '')
			.split(/[\s,;]+/)
			.filter((key) => key !== ''),
		language: read('language', 'en') === 'nl' ? 'nl' : 'en',
	};
}

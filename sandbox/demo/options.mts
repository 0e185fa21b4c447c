import { parseArgs } from 'node:util';
import { StepFailed } from './process.mts';

const USAGE = 'npm run demo -- [--once] [--employees 250] [--seed 1]; --once stops after the runs';

function wholeNumber(text: string, name: string): number {
	if (/^\d{1,6}$/.test(text)) return Number(text);
	throw new StepFailed(`--${name} must be a whole number, not "${text}"`, USAGE);
}

/** What stands behind `npm run demo --`. */
export function readOptions(): { once: boolean; employees: number; seed: number } {
	try {
		const { values } = parseArgs({
			options: {
				once: { type: 'boolean', default: false },
				employees: { type: 'string', default: '250' },
				seed: { type: 'string', default: '1' },
			},
		});
		const employees = wholeNumber(values.employees, 'employees');
		return { once: values.once, employees, seed: wholeNumber(values.seed, 'seed') };
	} catch (error) {
		if (error instanceof StepFailed) throw error;
		throw new StepFailed(error instanceof Error ? error.message : String(error), USAGE);
	}
}

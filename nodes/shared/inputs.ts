import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/**
 * What came in on one of several inputs. n8n throws for an input beyond the last one that something is
 * connected to, and for one whose branch did not run; for an optional input both mean: nothing.
 */
export function jsonOn(context: IExecuteFunctions, input: number): IDataObject[] {
	try {
		return context.getInputData(input).map(({ json }) => json);
	} catch {
		return [];
	}
}

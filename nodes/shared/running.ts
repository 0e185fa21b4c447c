import { isRecord } from './parameters/values';

/** What n8n's own contexts have beside their documented methods: the workflow as it runs; empty where they have not. */
export const running = (context: object): Record<string, unknown> => {
	const workflow: unknown = Reflect.get(context, 'workflow');
	return isRecord(workflow) ? workflow : {};
};

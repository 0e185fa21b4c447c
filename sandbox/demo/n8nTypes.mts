/** The parts of n8n's JSON that the demo and the end-to-end tests read. */

export interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	executeOnce?: boolean;
	onError?: string;
	webhookId?: string;
	disabled?: boolean;
}

export interface Connection {
	node: string;
	type: string;
	index: number;
}

export interface Workflow {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, { main: Array<Connection[] | null> }>;
	settings: Record<string, unknown>;
}

export interface RunError {
	message: string;
	description?: string | null;
	node?: { name: string };
}

export type RunData = Record<
	string,
	Array<{
		executionTime: number;
		executionStatus?: string;
		error?: RunError;
		data?: { main: Array<Array<{ json: object }> | null> };
	}>
>;

export interface Execution {
	id: string;
	status: string;
	mode: string;
	data?: { resultData: { runData: RunData; error?: RunError; lastNodeExecuted?: string } };
}
